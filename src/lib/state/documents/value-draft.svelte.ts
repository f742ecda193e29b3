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
}

/** The values of a result, for checking and changing them. */
export class ValueDraft {
  values = $state.raw<Record<string, unknown>>({});
  isChanged = $state(false);
  readonly #text: string;

  constructor(values: Record<string, unknown>, text: string) {
    this.values = values;
    this.#text = text;
  }

  readonly rows: readonly ValueRow[] = $derived.by(() => {
    const found = Object.fromEntries(
      groundedValues(this.values, this.#text).map(({ path, isFound }) => [nameOf(path), isFound]),
    );
    return leavesOf(this.values).map(({ path, value }) => {
      const name = nameOf(path);
      return { path, name, value, isFound: found[name] ?? null };
    });
  });

  /** Text is converted to what the value was; an empty one is null. */
  set({ path, value }: ValueRow, text: string): void {
    this.values = replaced(this.values, path, converted(text, value)) as Record<string, unknown>;
    this.isChanged = true;
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

function converted(text: string, before: ValueRow['value']): ValueRow['value'] {
  if (text === '') return null;
  if (typeof before === 'boolean') return text === 'true';
  const number = Number(text);
  return typeof before === 'number' && Number.isFinite(number) ? number : text;
}

function replaced(value: unknown, [key, ...rest]: Path, leaf: ValueRow['value']): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === key ? replaced(each, rest, leaf) : each));
  }
  const parts = value as Record<string, unknown>;
  return { ...parts, [key]: replaced(parts[key], rest, leaf) };
}
