import { asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readMessage, readSession } from './message';
import type { ReadDatabase } from '../source';

/** Reads the messages of OpenCode's database. */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const folders = new Map<string, string>();
  for (const row of database.rows('session', ['id', 'directory', 'time_created'])) {
    const [id, folder] = [asText(row.id), asText(row.directory)];
    if (id !== null && folder !== null) folders.set(id, folder);
    const session = readSession(row.id, row.directory, row.time_created, now);
    if (session !== null) sink.session(session);
  }
  let position = 0;
  for (const row of database.rows('message', ['session_id', 'data'])) {
    position += 1;
    const data = parse(row.data);
    if (data === null) {
      sink.problem('The message’s data is not a JSON object.', position);
      continue;
    }
    const sessionId = asText(row.session_id);
    const folder = folders.get(sessionId ?? '') ?? null;
    const event = readMessage(data, { sessionId, folder, position }, now);
    if (event === null) continue;
    if (isProblem(event)) sink.problem(event.problem, position);
    else sink.event(event);
  }
};

function parse(value: unknown): JsonObject | null {
  if (typeof value !== 'string') return null;
  try {
    return asObject(JSON.parse(value));
  } catch {
    // The caller reports it; the parser's own message would quote the content.
    return null;
  }
}
