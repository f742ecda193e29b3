import type { ImportProblem, ImportRecord, ImportSummary } from '../../model/import-summary';
import type { ImportEnd } from '../../protocol/commands';
import { badInput, notFound } from '../sql/check-argument';
import type { Connection } from '../context';
import { removeEmptyImportedProjects } from '../projects/projects';
import { all, run } from '../sql/statements';

const record = `SELECT id, source, status, files, files_skipped, files_unchanged, events_added, events_replaced, duplicates,
  output_not_final, problems, started_at, finished_at FROM imports`;

type StoredImport = Omit<ImportRecord, 'problems'> & { problems: string };

export function beginImport(
  connection: Connection,
  { id, startedAt, isContinued }: { id: string; startedAt: number; isContinued: boolean },
): void {
  if (isContinued) {
    run(
      connection,
      "UPDATE imports SET status = 'running', updated_at = ?2 WHERE id = ?1 AND status <> 'undone'",
      [id, startedAt],
    );
    if (requireImport(connection, id).status === 'undone') throw badInput('import-undone');
    return;
  }
  run(
    connection,
    `INSERT INTO imports (id, status, started_at, updated_at) VALUES (?1, 'running', ?2, ?2)
     ON CONFLICT (id) DO NOTHING`,
    [id, startedAt],
  );
}

/**
 * Finishing an import twice, or after it was undone, changes nothing.
 * @throws `NotFound`
 */
export function finishImport(connection: Connection, end: ImportEnd): ImportSummary {
  requireImport(connection, end.id);
  run(
    connection,
    `UPDATE imports SET status = ?2, source = ?3, files = ?4, files_skipped = ?5, problems = ?6,
       finished_at = ?7, updated_at = ?7, files_unchanged = ?8 WHERE id = ?1 AND status = 'running'`,
    [
      end.id,
      end.wasCancelled ? 'cancelled' : 'finished',
      end.source,
      end.files,
      end.filesSkipped,
      JSON.stringify(end.problems),
      end.finishedAt,
      end.filesUnchanged ?? 0,
    ],
  );
  removeEmptyImportedProjects(connection);
  return summaryOf(requireImport(connection, end.id));
}

function summaryOf(record: ImportRecord): ImportSummary {
  const { id, source, files, filesSkipped, eventsAdded, eventsReplaced, duplicates, problems } = record;
  const { outputNotFinal, filesUnchanged } = record;
  return {
    id,
    source,
    files,
    filesSkipped,
    filesUnchanged,
    eventsAdded,
    eventsReplaced,
    duplicates,
    problems,
    outputNotFinal,
  };
}

/** Newest first. */
export function getImports(connection: Connection): ImportRecord[] {
  return all<StoredImport>(connection, `${record} ORDER BY started_at DESC, id DESC`).map(withProblems);
}

/** @throws `NotFound` */
export function requireImport(connection: Connection, id: string): ImportRecord {
  const row = all<StoredImport>(connection, `${record} WHERE id = ?`, [id])[0];
  if (!row) throw notFound('import');
  return withProblems(row);
}

function withProblems(row: StoredImport): ImportRecord {
  return { ...row, problems: JSON.parse(row.problems) as ImportProblem[] };
}
