import type { ExtractionField } from '../../model/extraction';
import { groundedValues } from '../../documents/extraction/grounding';

type Path = readonly (string | number)[];

/** A single value of a result, as the form shows it. */
export interface ValueRow {
  path: Path;
  /** Such as `work.0.name`. */
  name: string;
  value: string | number | boolean | null;
  /** Whether the document contains it; null if that can't be said. */
  isFound: boolean | null;
  /** The allowed values as texts; undefined if any value is allowed. */
  options: readonly string[] | undefined;
}

/** The values of a result, for checking and changing them. */
export class ValueDraft {
  values = $state.raw<Record<string, unknown>>({});
  isChanged = $state(false);
  readonly #text: string;
  readonly #fields: readonly ExtractionField[];

  /** @param fields the user's own, which say what a missing value may become; none for a CV */
  constructor(values: Record<string, unknown>, text: string, fields: readonly ExtractionField[]) {
    this.values = values;
    this.#text = text;
    this.#fields = fields;
  }

  readonly rows: readonly ValueRow[] = $derived.by(() => {
    const found = Object.fromEntries(
      groundedValues(this.values, this.#text).map(({ path, isFound }) => [nameOf(path), isFound]),
    );
    return leavesOf(this.values).map(({ path, value }) => {
      const name = nameOf(path);
      return { path, name, value, isFound: found[name] ?? null, options: this.#optionsOf(path) };
    });
  });

  /** Text is converted to what the value was; an empty one is null. */
  set({ path, value }: ValueRow, text: string): void {
    const type = this.#fieldOf(path)?.type;
    const isNumber = typeof value === 'number' || type === 'number';
    const isTruth = typeof value === 'boolean' || type === 'yes-no';
    this.values = replaced(this.values, path, converted(text, isNumber, isTruth)) as Record<string, unknown>;
    this.isChanged = true;
  }

  #optionsOf(path: Path): readonly string[] | undefined {
    const { type, choices } = this.#fieldOf(path) ?? {};
    if (type === 'yes-no') return ['true', 'false'];
    return type === 'choice' ? choices : undefined;
  }

  #fieldOf([first]: Path): ExtractionField | undefined {
    return this.#fields.find(({ name }) => name === first);
  }
}

const nameOf = (path: Path): string => path.join('.');

function leavesOf(value: unknown, path: Path = []): { path: Path; value: ValueRow['value'] }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
  }
  return [{ path, value: value as ValueRow['value'] }];
}

function converted(text: string, isNumber: boolean, isTruth: boolean): ValueRow['value'] {
  if (text === '') return null;
  if (isTruth) return text === 'true';
  const number = Number(text);
  return isNumber && Number.isFinite(number) ? number : text;
}

function replaced(value: unknown, [key, ...rest]: Path, leaf: ValueRow['value']): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === key ? replaced(each, rest, leaf) : each));
  }
  const parts = value as Record<string, unknown>;
  return { ...parts, [key]: replaced(parts[key], rest, leaf) };
}
