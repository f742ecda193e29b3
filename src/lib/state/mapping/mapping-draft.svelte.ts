import { isStoredProblem, type Problem } from '../../model/problem';
import * as v from 'valibot';
import { parseTableMapping, type TableReading } from '../../model/table-mapping';
import type { TablePreview } from '../../sources/mapped-table/preview';
import { MappingForm } from './mapping-form.svelte';

/** Everything that the form holds, as plain data, so that it survives a reload. The file itself can't be stored. */
export interface MappingDraft {
  id: string;
  name: string;
  onlyFiles: string;
  reading: TableReading;
  preview?: TablePreview | undefined;
  /** The path of the file that was open. */
  file?: string | undefined;
  isApart?: boolean | undefined;
}

/** Session storage holds only a few megabytes per tab. */
const longestPreview = 500_000;

const place = v.array(v.string());
const previewSchema = v.object({
  format: v.picklist(['csv', 'json']),
  rowsAt: place,
  columns: place,
  rows: v.array(v.object({ line: v.number(), cells: place })),
  problems: v.array(
    v.object({ reason: v.custom<Problem>(isStoredProblem), line: v.exactOptional(v.number()) }),
  ),
});
const draftSchema = v.object({
  id: v.string(),
  name: v.string(),
  onlyFiles: v.string(),
  reading: v.record(v.string(), v.unknown()),
  preview: v.optional(previewSchema),
  file: v.optional(v.string()),
  isApart: v.optional(v.boolean()),
});

export function draftOf(form: MappingForm): MappingDraft {
  const { id, name, onlyFiles, preview, how } = form;
  const { file, isApart } = how;
  const reading = $state.snapshot(form.reading);
  return { id, name, onlyFiles, reading, preview: preview && shortened(preview), file, isApart };
}

/** Undefined when the value isn't a draft, or was stored by a version with another format. */
export function readDraft(value: unknown): MappingDraft | undefined {
  const kept = v.safeParse(draftSchema, value);
  if (!kept.success) return undefined;
  const { id, reading } = kept.output;
  const parsed = parseTableMapping({ ...reading, id, name: 'draft', earlier: [] });
  return parsed === null ? undefined : { ...kept.output, reading: parsed };
}

/** @param preview a new preview of the same table; the stored one by default */
export function formOfDraft(draft: MappingDraft, preview = draft.preview, file = draft.file): MappingForm {
  const { id, name, onlyFiles, reading, isApart = false } = draft;
  const how = file === undefined ? { isApart } : { isApart, file };
  return new MappingForm({ ...reading, id, name, onlyFiles }, preview === undefined ? [] : [preview], how);
}

/** Halves the number of rows until the preview fits. */
function shortened(preview: TablePreview): TablePreview {
  let { rows } = preview;
  while (rows.length > 0 && JSON.stringify(rows).length > longestPreview)
    rows = rows.slice(0, Math.floor(rows.length / 2));
  return { ...preview, rows };
}
