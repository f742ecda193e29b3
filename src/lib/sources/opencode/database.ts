import { asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readMessage, readSession } from './message';
import { openDatabase } from './open-database';
import type { SourceContext, SourceSink } from '../source';
import { UnusableDatabase, type UntrustedDatabase } from '../reading/untrusted-database';

/**
 * Reads the messages of OpenCode's database, and those in the write-ahead log beside it where that was given. A file that is
 * damaged or another's is named as a problem.
 */
export async function readDatabase(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  context: SourceContext,
): Promise<void> {
  let database: UntrustedDatabase | null = null;
  try {
    database = await openDatabase(chunks, context.writeAheadLogAt, (reason) => sink.problem(reason));
    readTables(database, sink, context);
  } catch (error) {
    if (!(error instanceof UnusableDatabase)) throw error;
    sink.problem(error.message);
  } finally {
    database?.close();
  }
}

function readTables(database: UntrustedDatabase, sink: SourceSink, context: SourceContext): void {
  if (!database.plainColumns('message').includes('data')) {
    sink.problem('This database is not OpenCode’s: it has no table of messages.');
    return;
  }
  const { now, path = '', writeAheadLogAt } = context;
  // Out of a folder, its log would have come with it.
  if (database.hadWriteAheadLog && writeAheadLogAt === undefined && !path.includes('/')) {
    sink.problem(
      'The newest messages may be missing: until OpenCode is closed they are in the file ending in “-wal”. Choose both.',
    );
  }
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
}

function parse(value: unknown): JsonObject | null {
  if (typeof value !== 'string') return null;
  try {
    return asObject(JSON.parse(value));
  } catch {
    // Named by the caller; the parser's own message would quote the content.
    return null;
  }
}
