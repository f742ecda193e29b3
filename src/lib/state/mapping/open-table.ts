import { previewFile } from '../../ingest/scan/preview-file';
import type { SavedMapping } from '../../model/table-mapping';
import { mappingForPreview } from '../../sources/mapped-table/detect';
import { suggestReading } from '../../sources/mapped-table/suggest';
import { locale } from '../../texts/locale';
import { MappingForm } from './mapping-form.svelte';
import { tableMappings } from './table-mappings.svelte';
import type { unknownTables } from './unknown-tables.svelte';

/** Enough to tell how dates and numbers are written. */
const rowsLookedAt = 100;

export interface OpenedTable {
  form: MappingForm;
  /** What the rows are of. */
  file?: string;
  /** The mapping that is changed, or a deleted one that saving brings back. */
  saved?: SavedMapping;
}

/**
 * The form for a file, for a mapping, or for both. A table that is described already, or was once, is never described a
 * second time: its rows would count twice. Null where there is no such mapping, or nothing in the file.
 * @throws `NotFound` where the file can no longer be read
 */
export async function openTable(
  table: (typeof unknownTables)['atHand'],
  id: string | null,
): Promise<OpenedTable | null> {
  const asked = id === null ? undefined : tableMappings.byId(id);
  if (id !== null && asked?.deletedAt !== null) return null;
  if (table === undefined)
    return asked ? { form: new MappingForm(asked.mapping, undefined), saved: asked } : null;
  const preview = await previewFile(table, rowsLookedAt);
  if (preview.rows.length === 0) return null;
  const saved = asked ?? knownFor(preview, false) ?? knownFor(preview, true);
  const first = saved?.mapping ?? {
    ...suggestReading(preview, Date.now(), isMonthFirst()),
    name: nameOf(table.path),
  };
  return { form: new MappingForm(first, preview), file: table.path, ...(saved && { saved }) };
}

function knownFor(
  preview: Parameters<typeof mappingForPreview>[0],
  isDeleted: boolean,
): SavedMapping | undefined {
  const those = tableMappings.all.filter(({ deletedAt }) => (deletedAt !== null) === isDeleted);
  const found = mappingForPreview(
    preview,
    those.map(({ mapping }) => mapping),
  );
  return those.find(({ mapping }) => mapping === found);
}

/** The file's own name without its endings and without the figures of a date. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.[A-Za-z0-9]+)+$/, '');
  return name.replace(/[\s_-]*\d{4}([-_.]?\d{2}){0,2}$/, '').slice(0, 200) || name.slice(0, 200);
}

function isMonthFirst(): boolean {
  const [first] = new Intl.DateTimeFormat(locale).formatToParts(0);
  return first?.type === 'month';
}
