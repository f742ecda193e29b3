import {
  mappedFields,
  type DateFormat,
  type MappedField,
  type TableMapping,
  type TableReading,
} from '../../model/table-mapping';
import { checkMapping, missingFields, type MappingCheck } from '../../sources/mapped-table/check';
import type { TablePreview } from '../../sources/mapped-table/preview';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { namesOf } from './table-kinds';
import { tableMappings } from './table-mappings.svelte';

export const constantFields = ['provider', 'model', 'project', 'eventType'] as const;

type Text<Key extends string> = Record<Key, string>;

/** What the mapping page's fields hold, what would be read by them, and what is wrong with them. */
export class MappingForm {
  name = $state('');
  /** The column of each field; blank is none. */
  fields: Text<MappedField> = $state(blank(mappedFields));
  dateFormat: DateFormat = $state('iso');
  decimalSign: TableReading['decimalSign'] = $state('.');
  rows: TableReading['rows'] = $state('call');
  inputHolds: TableReading['inputHolds'] = $state('no cache tokens');
  reasoning: TableReading['reasoning'] = $state('inside output');
  llmMode: TableReading['llmMode'] = $state('cloud');
  constants: Text<(typeof constantFields)[number]> = $state(blank(constantFields));
  wasSent = $state(false);
  readonly #id: string;
  readonly #columns: readonly string[];

  readonly reading: TableReading = $derived.by(() => this.#read());
  readonly #missing = $derived(missingFields(this.reading));
  readonly check: MappingCheck | undefined = $derived.by(() => this.#check());

  /** @param saved the mapping that is changed, or a new one's first proposal */
  constructor(
    saved: TableReading & Partial<Pick<TableMapping, 'id' | 'name'>>,
    readonly preview: TablePreview | undefined,
  ) {
    this.#id = saved.id ?? newId();
    this.#columns = preview?.columns ?? saved.columns;
    this.name = saved.name ?? '';
    for (const field of mappedFields) this.fields[field] = saved.fields[field] ?? '';
    for (const field of constantFields) this.constants[field] = saved.constants[field] ?? '';
    this.dateFormat = saved.dateFormat;
    this.decimalSign = saved.decimalSign;
    this.rows = saved.rows;
    this.inputHolds = saved.inputHolds;
    this.reasoning = saved.reasoning;
    this.llmMode = saved.llmMode;
  }

  /** What can be chosen for a field: all that have a name, and what the mapping has where the file lacks it. */
  get columns(): readonly string[] {
    return namesOf([...this.#columns, ...Object.values(this.fields)]);
  }

  get nameError(): string | undefined {
    // An empty name is no mistake before it was sent.
    return this.wasSent || this.name.trim() !== '' ? tableMappings.nameError(this.name, this.#id) : undefined;
  }

  fieldError(field: MappedField): string | undefined {
    if (this.wasSent && field === 'occurredAt' && this.#missing.includes('occurredAt'))
      return t.mapping.dateMissing;
    if (this.wasSent && field === 'inputTokens' && this.#missing.includes('tokens'))
      return t.mapping.tokensMissing;
    const column = this.fields[field];
    if (column === '') return undefined;
    return this.check?.absentColumns.includes(column) === true ? t.mapping.absent : this.#problemOf(field);
  }

  get isReady(): boolean {
    const isComplete = this.name.trim() !== '' && this.#missing.length === 0;
    return isComplete && this.nameError === undefined && !this.isUnreadable;
  }

  /** There are rows, and none of them can be read. */
  get isUnreadable(): boolean {
    return this.check !== undefined && this.check.rows.length > 0 && this.check.readableRows === 0;
  }

  /** Gives the saved mapping. Rejects with a `TokentabError`. */
  async save(): Promise<TableMapping> {
    const mapping = { ...$state.snapshot(this.reading), id: this.#id, name: this.name.trim() };
    return (await call('saveTableMapping', mapping as TableMapping, Date.now())).mapping;
  }

  /** The first reason why a column cannot be read, and in how many rows something is wrong with it. */
  #problemOf(field: MappedField): string | undefined {
    const problems = (this.check?.rows ?? []).flatMap((row) =>
      row !== null && 'problem' in row && row.field === field ? row.problem : [],
    );
    const [first] = problems;
    return first === undefined ? undefined : t.mapping.fieldProblem(problems.length, reasonText(first));
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
    return {
      columns: [...this.#columns],
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

  #check(): MappingCheck | undefined {
    return this.preview === undefined ? undefined : checkMapping(this.preview, this.reading, Date.now());
  }
}

/** Why a row is not read, in the reader's language. */
export const reasonText = (reason: string): string => t.mapping.reasons[reason] ?? reason;

function blank<Key extends string>(keys: readonly Key[]): Text<Key> {
  return Object.fromEntries(keys.map((key) => [key, ''])) as Text<Key>;
}
