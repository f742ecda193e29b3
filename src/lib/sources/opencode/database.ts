import { asText, isProblem } from '../reading/json-fields';
import { parseJson } from '../reading/parse-json';
import { readMessage, readSession, type MessagePlace } from './message';
import type { ReadDatabase } from '../source';

/**
 * Reads the messages of OpenCode's database. Its second version keeps them in a table of its own, with copies of
 * the earlier ones.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const folders = new Map<string, string>();
  for (const table of ['session', 'session_v2']) {
    for (const row of database.rows(table, ['id', 'directory', 'time_created'])) {
      const [id, folder] = [asText(row.id), asText(row.directory)];
      if (id !== null && folder !== null) folders.set(id, folder);
      const session = readSession(row.id, row.directory, row.time_created, now);
      if (session !== null) sink.session(session);
    }
  }
  let position = 0;
  const counted = new Set<string>();
  const readRow = (row: Readonly<Record<string, unknown>>, form: MessagePlace['form']): void => {
    position += 1;
    const data = parseJson(row.data);
    if (data === null) {
      sink.problem('message-not-an-object', position);
      return;
    }
    const sessionId = asText(row.session_id);
    const folder = folders.get(sessionId ?? '') ?? null;
    const event = readMessage(data, { sessionId, folder, position, form }, now);
    if (event === null) return;
    if (isProblem(event)) {
      sink.problem(event.problem, position);
      return;
    }
    // A copy lacks the total that says what its output includes.
    if (form === 'copy' && counted.has(event.dedupeKey)) return;
    counted.add(event.dedupeKey);
    sink.event(event);
  };
  for (const row of database.rows('message', ['session_id', 'data'])) readRow(row, 'first');
  for (const row of database.rows('session_message', ['id', 'session_id', 'type', 'data'])) {
    const isCopy = asText(row.id)?.startsWith('evt_legacy_backfill') === true;
    if (row.type === 'assistant') readRow(row, isCopy ? 'copy' : 'second');
  }
};
