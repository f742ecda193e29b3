import { previewFile } from '../../ingest/scan/preview-file';
import type { RowPlace, SavedMapping, TableReading } from '../../model/table-mapping';
import { checkMapping } from '../../sources/mapped-table/check';
import { mappingForPreview } from '../../sources/mapped-table/detect';
import type { TablePreview } from '../../sources/mapped-table/preview';
import { suggestReading } from '../../sources/mapped-table/suggest';
import { locale } from '../../texts/locale';
import { formOfDraft, type MappingDraft } from './mapping-draft.svelte';
import { MappingForm } from './mapping-form.svelte';
import { tableMappings } from './table-mappings.svelte';
import type { unknownTables } from './unknown-tables.svelte';

/** Enough rows to recognize the format of dates and numbers. */
const rowsLookedAt = 100;

export interface OpenedTable {
  form: MappingForm;
  /** The path of the file that the rows come from. */
  file?: string;
  /** The mapping to edit, or a deleted one that saving restores. */
  saved?: SavedMapping | undefined;
  /** What the user had typed before a reload. Only the first rows of its file were kept. */
  draft?: MappingDraft;
}

interface OpenTableOptions {
  /** The user says this is another tool's table, so mappings of the same columns are ignored. */
  isApart: boolean;
  /** What the user had typed before a reload. */
  draft: MappingDraft | undefined;
}

/**
 * The form for a file, for a mapping, or for both. A table that has a mapping, even a deleted one, opens that
 * mapping: a second one would count its rows twice. Null when there is no such mapping, or the file has no rows.
 * @throws `NotFound` when the file can no longer be read
 */
export async function openTable(
  table: (typeof unknownTables)['current'],
  id: string | null,
  { isApart, draft }: OpenTableOptions,
): Promise<OpenedTable | null> {
  const asked = id === null ? undefined : tableMappings.byId(id);
  if (id !== null && asked?.deletedAt !== null) return null;
  if (table === undefined) {
    if (draft !== undefined) return { form: formOfDraft(draft), draft, saved: asked };
    return asked ? { form: new MappingForm(asked.mapping, []), saved: asked } : null;
  }
  const previews = (await previewFile(table, rowsLookedAt)).filter(({ rows }) => rows.length > 0);
  const [outermost] = previews;
  if (outermost === undefined) return null;
  const file = table.path;
  const again = draft && previews.find((each) => isSameTable(each, draft.reading));
  if (draft !== undefined && again !== undefined)
    return { form: formOfDraft(draft, again, file), file, saved: asked };
  const known = isApart ? undefined : (knownFor(previews, file, false) ?? knownFor(previews, file, true));
  const saved = asked ?? known;
  if (saved === undefined) return { form: proposal(previews, outermost, file, isApart), file };
  const own = previews.filter(({ rowsAt }) => isSamePlace(rowsAt, saved.mapping.rowsAt));
  const shown = own.length > 0 ? own : [outermost];
  return { form: new MappingForm(saved.mapping, shown, { file }), file, saved };
}

function proposal(
  previews: readonly TablePreview[],
  outermost: TablePreview,
  file: string,
  isApart: boolean,
): MappingForm {
  const propose = (preview: TablePreview): TableReading =>
    suggestReading(preview, Date.now(), isMonthFirst());
  // Records often contain lists. Only when the records themselves can't be read are the rows in one of those lists.
  const likeliest =
    previews.find((each) => checkMapping(each, propose(each), Date.now()).readableRows > 0) ?? outermost;
  const name = nameOf(file);
  const apart = isApart ? { onlyFiles: name } : {};
  return new MappingForm({ ...propose(likeliest), name, ...apart }, previews, { propose, isApart, file });
}

function isSamePlace(one: RowPlace, other: RowPlace = []): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSameTable({ rowsAt, columns }: TablePreview, reading: TableReading): boolean {
  return isSamePlace(rowsAt, reading.rowsAt) && JSON.stringify(columns) === JSON.stringify(reading.columns);
}

function knownFor(
  previews: readonly TablePreview[],
  file: string,
  isDeleted: boolean,
): SavedMapping | undefined {
  const those = tableMappings.all.filter(({ deletedAt }) => (deletedAt !== null) === isDeleted);
  const mappings = those.map(({ mapping }) => mapping);
  for (const preview of previews) {
    const found = mappingForPreview(preview, file, mappings);
    if (found !== null) return those.find(({ mapping }) => mapping === found);
  }
  return undefined;
}

/** The file's name without its extensions and without a trailing date. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.[A-Za-z0-9]+)+$/, '');
  return name.replace(/[\s_-]*\d{4}([-_.]?\d{2}){0,2}$/, '').slice(0, 200) || name.slice(0, 200);
}

function isMonthFirst(): boolean {
  const [first] = new Intl.DateTimeFormat(locale).formatToParts(0);
  return first?.type === 'month';
}
