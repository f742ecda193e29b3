import { asObject, isProblem, type JsonObject } from './reading/json-fields';
import { readJsonRecords } from './reading/json-records';
import { readMessage, readSession } from './opencode/message';
import type { Source, SourceContext, SourceSink } from './source';
import { asUtf8 } from './reading/text';
import { topLevelKeys } from './reading/top-level-keys';

const databaseMark = 'SQLite format 3\0';
/** The first bytes of the log that lies beside a database while it is open. */
const writeAheadMark = '7\u007f\u0006';

/** Whether a file that begins like this is a SQLite database. */
export const isDatabase = (head: string): boolean => head.startsWith(databaseMark);
/** Whether it is the log beside one. */
export const isWriteAheadLog = (head: string): boolean => head.startsWith(writeAheadMark);

/** OpenCode: its SQLite database, and the JSON files of its earlier versions (one a session, one a message). */
export const opencode: Source = {
  id: 'opencode',
  name: 'OpenCode',
  certainty: 'documentation',
  places: ['~/.local/share/opencode'],
  detect: (head) => isDatabase(head) || isWriteAheadLog(head) || isOwnFile(topLevelKeys(head)),
  async read(chunks, sink, context) {
    const { start, all } = await splitStart(chunks);
    if (isDatabase(start) || context.writeAheadLogAt !== undefined) {
      // SQLite is some megabyte: it is loaded only for those who bring such a file.
      const { readDatabase } = await import('./opencode/database');
      await readDatabase(all, sink, context);
    } else if (isWriteAheadLog(start)) {
      sink.problem('This is the log beside a database: choose it together with the database, unpacked.');
    } else {
      let position = 0;
      await readJsonRecords(
        asUtf8(all, (reason, line) => sink.problem(reason, line)),
        sink,
        (record, line) => {
          position += 1;
          readFile(record, { position, line }, sink, context);
        },
      );
    }
  },
};

function readFile(
  record: JsonObject,
  { position, line }: { position: number; line: number },
  sink: SourceSink,
  { now }: SourceContext,
): void {
  const session = readSession(record.id, record.directory, asObject(record.time)?.created, now);
  if (session !== null) sink.session(session);
  const event = readMessage(record, { sessionId: null, folder: null, position }, now);
  if (event === null) return;
  if (isProblem(event)) sink.problem(event.problem, line);
  else sink.event(event);
}

/** The first 16 characters, and all chunks anew. */
async function splitStart(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ start: string; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let start = '';
  while (start.length < databaseMark.length) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value.slice());
    start += String.fromCharCode(...next.value.subarray(0, databaseMark.length));
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken;
    try {
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { start: start.slice(0, databaseMark.length), all: all() };
}

/** Messages, sessions and parts: the last hold no usage of their own, but lie there by the thousand. */
function isOwnFile(keys: ReadonlyMap<string, string | null>): boolean {
  const id = keys.get('id') ?? '';
  if (id.startsWith('ses_')) return keys.has('directory') || keys.has('projectID');
  if (id.startsWith('prt_')) return keys.has('messageID');
  return keys.has('sessionID') && keys.has('role') && (id.startsWith('msg_') || keys.has('modelID'));
}
