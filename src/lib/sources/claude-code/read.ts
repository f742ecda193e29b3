/**
 * @learnedFrom three corpora of real logs, 1,126 responses, and a further session
 * @identifiedBy message id and request id over all files; without a request id, a long message id alone
 * @counts input excludes cache reads and writes; reasoning is inside output; the line with the largest total counts
 * @unconfirmed versions 2.1.11 to 2.1.29 logged placeholders for the output: such responses are marked as lower
 *   bounds
 * @differs trackers that add up lines count a response once per content block
 */
import type { SourceSession } from '../../model/usage-event';
import { BestRecords } from '../reading/better-record';
import { readRecord } from './record';
import { FieldPicker, type WantedFields } from '../reading/field-picker';
import { finderOf } from '../reading/find-bytes';
import { asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import { onFirstUse } from '../reading/on-first-use';
import type { ReadFile, SourceSink } from '../source';
import { readTime } from '../reading/time';

const message = { id: true, model: true, stop_reason: true, usage: true } as const;
const nested = { type: true, requestId: true, timestamp: true, message } as const;
/** All that `record.ts` and `noteSession` read. */
const fields: WantedFields = {
  ...nested,
  sessionId: true,
  cwd: true,
  version: true,
  data: { message: nested },
};
const picker = onFirstUse(() => FieldPicker.of({ fields, containing: ['"usage"'] }));

const findUsage = finderOf('"usage"');
const findFolder = finderOf('"cwd"');

export const read: ReadFile = async (chunks, sink, { now, linesBefore = 0, onLines }) => {
  const reader = new ClaudeCodeReader(sink, now);
  try {
    const lines = await readJsonLines(chunks, sink, reader, linesBefore);
    onLines?.(lines);
  } finally {
    // Even if the file can't be read to its end, what was read counts.
    reader.finish();
  }
};

class ClaudeCodeReader implements JsonLineHandler {
  private readonly best = new BestRecords();
  private readonly sessions = new Map<string, SourceSession>();

  constructor(
    private readonly sink: SourceSink,
    private readonly now: number,
  ) {}

  /** Once the session is known, only responses are wanted. */
  get picker(): FieldPicker | null {
    return this.sessions.size > 0 ? picker() : null;
  }

  /** A session begins before its first response. Further sessions in the same file are found by their responses. */
  wants(bytes: Uint8Array, start: number, end: number): boolean {
    if (findUsage(bytes, start, end) !== -1) return true;
    return this.sessions.size === 0 && findFolder(bytes, start, end) !== -1;
  }

  record(record: JsonObject, line: number): void {
    this.noteSession(record);
    this.noteUsage(record, line);
  }

  finish(): void {
    for (const session of this.sessions.values()) this.sink.session(session);
    for (const event of this.best) this.sink.event(event);
  }

  private noteUsage(record: JsonObject, line: number): void {
    const { events, problems } = readRecord(record, line, this.now);
    for (const event of events) this.best.add(event);
    for (const problem of problems) this.sink.problem(problem, line);
  }

  private noteSession(line: JsonObject): void {
    const sessionId = asText(line.sessionId);
    const beganIn = asText(line.cwd);
    const when = readTime(line.timestamp, this.now);
    if (sessionId === null || beganIn === null || isProblem(when)) return;
    const known = this.sessions.get(sessionId);
    if (known !== undefined && known.beganAt <= when.time) return;
    this.sessions.set(sessionId, { sessionId, beganAt: when.time, beganIn });
  }
}
