import type { SourceSession } from '../model/usage-event';
import { BestRecords } from './reading/better-record';
import { readRecord } from './claude-code/record';
import { finderOf } from './reading/find-bytes';
import { asText, isProblem, parseObject, type JsonObject } from './reading/json-fields';
import { readLines } from './reading/lines';
import type { Source, SourceSink } from './source';
import { readTime } from './reading/time';

const findUsage = finderOf('"usage"');
const findFolder = finderOf('"cwd"');

/** Claude Code's session logs: one JSON object a line, several lines a response, most of it content. */
export const claudeCode: Source = {
  id: 'claude-code',
  name: 'Claude Code',
  certainty: 'real files',
  places: ['~/.claude/projects', '~/.config/claude/projects'],
  readsOn: true,
  detect: (head) => head.split('\n').some(isOwnLine),
  async read(chunks, sink, { now, linesBefore = 0 }) {
    const reader = new ClaudeCodeReader(sink, now);
    try {
      await readLines(chunks, reader, { linesBefore });
    } finally {
      // Also when the file cannot be read to its end: what was read holds.
      reader.finish();
    }
  },
};

class ClaudeCodeReader {
  private readonly best = new BestRecords();
  private readonly sessions = new Map<string, SourceSession>();
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  line(bytes: Uint8Array, from: number, to: number, number: number): void {
    let start = from;
    let end = to;
    while (start < end && isBlank(bytes[start])) start += 1;
    while (end > start && isBlank(bytes[end - 1])) end -= 1;
    if (start === end) return;
    if (bytes[start] !== 0x7b) {
      this.sink.problem('The line is not a JSON object.', number);
      return;
    }
    if (bytes[end - 1] !== 0x7d) {
      this.sink.problem('The line is cut off.', number);
      return;
    }

    const hasUsage = findUsage(bytes, start, end) !== -1;
    // A session begins before its first response. Further sessions in the same file are known by their responses.
    if (!hasUsage && (this.sessions.size > 0 || findFolder(bytes, start, end) === -1)) return;
    const record = parseObject(bytes, start, end);
    if (record === null) {
      this.sink.problem('The line is not valid JSON.', number);
      return;
    }
    this.noteSession(record);
    if (hasUsage) this.noteUsage(record, number);
  }

  tooLong(number: number): void {
    this.sink.problem('The line is longer than 64 MiB.', number);
  }

  finish(): void {
    for (const session of this.sessions.values()) this.sink.session(session);
    for (const event of this.best) this.sink.event(event);
  }

  private noteUsage(line: JsonObject, number: number): void {
    const { events, problems } = readRecord(line, number, this.now);
    for (const event of events) this.best.add(event);
    for (const problem of problems) this.sink.problem(problem, number);
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

/** Lines of other tools have sessions and types as well, but not these together. A window may cut a line anywhere. */
function isOwnLine(line: string): boolean {
  const has = (key: string): boolean => line.includes(`"${key}"`);
  const type =
    /"type"\s*:\s*"(assistant|user|progress|system|summary|file-history-snapshot|queue-operation)"/.test(
      line,
    );
  if (has('parentUuid') || has('leafUuid')) return has('sessionId') || type;
  if (!type) return false;
  if (has('cwd') && has('sessionId')) return true;
  if (has('file-history-snapshot') || has('queue-operation')) return true;
  return has('message') && (has('sessionId') || has('requestId') || has('input_tokens') || has('usage'));
}

/** Space, tab, carriage return. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
