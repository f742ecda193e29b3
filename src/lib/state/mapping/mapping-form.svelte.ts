import { sentenceOf } from '../shell/sentences.svelte';
import {
  mappedFields,
  type DateFormat,
  type MappedField,
  type TableMapping,
  type TableReading,
} from '../../model/table-mapping';
import { checkMapping, missingFields, type MappingCheck } from '../../sources/mapped-table/check';
import type { TablePreview } from '../../sources/mapped-table/preview';
import { later } from '../../texts/later';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { namesOf } from './table-kinds';
import { nameError } from './name-error';

export const constantFields = ['provider', 'model', 'project', 'eventType'] as const;

type Text<Key extends string> = Record<Key, string>;

/** The values of the mapping page's fields, what they would read from the file, and what is wrong with them. */
export class MappingForm {
  name = $state('');
  /** Limits the mapping to files with this in their name; blank accepts every file with the same columns. */
  onlyFiles = $state('');
  /** The column of each field; blank for none. */
  fields: Text<MappedField> = $state(blank(mappedFields));
  dateFormat: DateFormat = $state('iso');
  decimalSign: TableReading['decimalSign'] = $state('.');
  rows: TableReading['rows'] = $state('call');
  inputHolds: TableReading['inputHolds'] = $state('no cache tokens');
  reasoning: TableReading['reasoning'] = $state('inside output');
  llmMode: TableReading['llmMode'] = $state('cloud');
  constants: Text<(typeof constantFields)[number]> = $state(blank(constantFields));
  wasSent = $state(false);
  /** The index of the shown preview. */
  #at = $state(0);
  readonly id: string;
  readonly #saved: TableReading;

  readonly reading: TableReading = $derived.by(() => this.#read());
  readonly #missing = $derived(missingFields(this.reading));
  readonly check: MappingCheck | undefined = $derived.by(() => this.#check());

  /**
   * @param saved the mapping to edit, or the proposal for a new one
   * @param previews for a new mapping, one for each place in the file where its rows may be; for an existing one,
   * only its own
   */
  constructor(
    saved: TableReading & Partial<Pick<TableMapping, 'id' | 'name' | 'onlyFiles'>>,
    readonly previews: readonly TablePreview[],
    readonly how: {
      propose?: (preview: TablePreview) => TableReading;
      /** Another mapping reads the same columns, so the file's name must tell the two apart. */
      isApart?: boolean;
      file?: string;
    } = {},
  ) {
    this.id = saved.id ?? newId();
    this.#saved = saved;
    this.name = saved.name ?? '';
    this.onlyFiles = saved.onlyFiles ?? '';
    const wanted = JSON.stringify(saved.rowsAt ?? []);
    this.#at = Math.max(
      0,
      previews.findIndex(({ rowsAt }) => JSON.stringify(rowsAt) === wanted),
    );
    this.#fill(saved);
  }

  get preview(): TablePreview | undefined {
    return this.previews[this.#at];
  }

  /**
   * The index of the shown preview. Setting it proposes everything but the names again, because other rows have other
   * columns.
   */
  get place(): number {
    return this.#at;
  }

  set place(at: number) {
    this.#at = at;
    const { preview } = this;
    const { propose } = this.how;
    if (preview !== undefined && propose !== undefined) this.#fill(propose(preview));
  }

  #fill(saved: TableReading): void {
    for (const field of mappedFields) this.fields[field] = saved.fields[field] ?? '';
    for (const field of constantFields) this.constants[field] = saved.constants[field] ?? '';
    this.dateFormat = saved.dateFormat;
    this.decimalSign = saved.decimalSign;
    this.rows = saved.rows;
    this.inputHolds = saved.inputHolds;
    this.reasoning = saved.reasoning;
    this.llmMode = saved.llmMode;
  }

  /** The columns that a field can use: all that have a name, plus those of the mapping that this file lacks. */
  get columns(): readonly string[] {
    return namesOf([...this.#columns(), ...Object.values(this.fields)]);
  }

  get nameError(): string | undefined {
    // An empty name is no error before the first attempt to save.
    return this.wasSent || this.name.trim() !== '' ? nameError(this.name, this.id) : undefined;
  }

  get onlyFilesError(): string | undefined {
    const part = this.onlyFiles.trim().toLowerCase();
    const { file, isApart = false } = this.how;
    if (part === '') return isApart && this.wasSent ? later.mapping.onlyFilesMissing : undefined;
    return file?.toLowerCase().includes(part) === false ? later.mapping.onlyFilesNotThis : undefined;
  }

  fieldError(field: MappedField): string | undefined {
    if (this.wasSent && field === 'occurredAt' && this.#missing.includes('occurredAt'))
      return later.mapping.dateMissing;
    if (this.wasSent && field === 'inputTokens' && this.#missing.includes('tokens'))
      return later.mapping.tokensMissing;
    const column = this.fields[field];
    if (column === '') return undefined;
    return this.check?.absentColumns.includes(column) === true
      ? later.mapping.absent
      : this.#problemOf(field);
  }

  get isReady(): boolean {
    const isComplete = this.name.trim() !== '' && this.#missing.length === 0;
    return (
      isComplete && this.nameError === undefined && this.onlyFilesError === undefined && !this.isUnreadable
    );
  }

  /** Whether there are rows but none of them can be read. */
  get isUnreadable(): boolean {
    return this.check !== undefined && this.check.rows.length > 0 && this.check.readableRows === 0;
  }

  /** Returns the saved mapping. Rejects with a `TokentabError`. */
  async save(): Promise<TableMapping> {
    const onlyFiles = this.onlyFiles.trim();
    const mapping = {
      ...$state.snapshot(this.reading),
      id: this.id,
      name: this.name.trim(),
      ...(onlyFiles !== '' && { onlyFiles }),
    };
    return (await call('saveTableMapping', mapping as TableMapping, Date.now())).mapping;
  }

  /** The first reason why a column can't be read, with the number of affected rows. */
  #problemOf(field: MappedField): string | undefined {
    const problems = (this.check?.rows ?? []).flatMap((row) =>
      row !== null && 'problem' in row && row.field === field ? row.problem : [],
    );
    const [first] = problems;
    return first === undefined ? undefined : later.mapping.fieldProblem(problems.length, sentenceOf(first));
  }

  #read(): TableReading {
    const fields: TableReading['fields'] = {};
    for (const field of mappedFields) if (this.fields[field] !== '') fields[field] = this.fields[field];
    const constants: TableReading['constants'] = {};
    for (const field of constantFields) {
      const text = this.constants[field].trim();
      if (text !== '') constants[field] = text;
    }
    const { dateFormat, decimalSign, rows, inputHolds, reasoning, llmMode } = this;
    const place = this.preview?.rowsAt ?? this.#saved.rowsAt ?? [];
    return {
      ...(place.length > 0 && { rowsAt: [...place] }),
      columns: [...this.#columns()],
      fields,
      dateFormat,
      decimalSign,
      rows,
      inputHolds,
      reasoning,
      llmMode,
      constants,
    };
  }

  #columns(): readonly string[] {
    return this.preview?.columns ?? this.#saved.columns;
  }

  #check(): MappingCheck | undefined {
    return this.preview === undefined ? undefined : checkMapping(this.preview, this.reading, Date.now());
  }
}

function blank<Key extends string>(keys: readonly Key[]): Text<Key> {
  return Object.fromEntries(keys.map((key) => [key, ''])) as Text<Key>;
}
