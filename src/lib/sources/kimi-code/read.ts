/**
 * @learnedFrom two real sessions with a subagent and a compaction, and the tool’s source of forks
 * @identifiedBy time, model and counts, and its number among such records of a file: records have no id, and a fork
 *   copies them with their times
 * @counts all counts are disjoint; the call of a compaction counts
 * @unconfirmed nothing can tell a copy from a call of another session in the same millisecond with the same counts: they
 *   count once. Equal records of a file are separate calls, unless they come back after records of other times; if all
 *   have one time, a file appended to itself counts twice
 * @differs two trackers drop the compaction (−5.9 %)
 */
import { readToolTime, reportCall } from '../reading/agent-call';
import { AppendedCopies } from '../reading/appended-copies';
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceContext, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, context) => {
  const reader = new KimiReader(sink, context);
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => reader.record(record, line));
};

class KimiReader {
  private readonly sessionId: string | null;
  private path: string | null = null;
  private provider: string | null = null;
  private model: string | null = null;
  private readonly seen = new Map<string, number>();
  private readonly copies = new AppendedCopies();
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, { now, path = '' }: SourceContext) {
    this.sink = sink;
    this.now = now;
    this.sessionId = sessionIn(path);
  }

  record(record: JsonObject, line: number): void {
    if (record.workDir !== undefined) this.noteState(record);
    else if (record.type === 'config.update') this.path = asText(record.cwd) ?? this.path;
    else if (record.type === 'llm.request') {
      this.model = asText(record.model);
      this.provider = asText(record.provider);
    } else if (record.type === 'usage.record') this.noteUsage(record, line);
  }

  /** The document contains the session's id only in the paths of its agents. */
  private noteState({ workDir, agents, createdAt }: JsonObject): void {
    const beganIn = asText(workDir);
    const when = readToolTime(createdAt, this.now);
    if (beganIn === null || isProblem(when)) return;
    for (const agent of Object.values(asObject(agents) ?? {})) {
      const sessionId = sessionIn(`${asText(asObject(agent)?.homedir) ?? ''}/`);
      if (sessionId !== null) this.sink.session({ sessionId, beganAt: when.time, beganIn });
    }
  }

  /** The counts are disjoint. A call with the scope "session" compacts it; it counts like any other call. */
  private noteUsage(record: JsonObject, line: number): void {
    const usage = asObject(record.usage);
    if (usage === null) {
      this.sink.problem('usage-not-an-object', line);
      return;
    }
    const counts = readCounters(usage, ['inputOther', 'output', 'inputCacheRead', 'inputCacheCreation']);
    if (isProblem(counts)) {
      this.sink.problem(counts.problem, line);
      return;
    }
    const when = readToolTime(record.time, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, line);
      return;
    }
    const { inputOther, output, inputCacheRead, inputCacheCreation } = counts;
    // The key excludes the session, which only the path contains: the same file must have the same keys wherever it
    // is.
    const name = [when.time, asText(record.model), inputOther, inputCacheRead, inputCacheCreation, output];
    if (this.copies.isCopy(record.time, [...name, asText(record.usageScope)].join())) return;
    const number = (this.seen.get(String(name)) ?? 0) + 1;
    this.seen.set(String(name), number);
    reportCall(this.sink, {
      inputTokens: inputOther,
      cacheReadTokens: inputCacheRead,
      cacheWrite5mTokens: inputCacheCreation,
      outputTokens: output,
      // Two calls may end in the same millisecond with the same counts.
      dedupeKey: keyOf('kimi-code', ...name, ...(number === 1 ? [] : [number])),
      sessionId: this.sessionId,
      occurredAt: when.time,
      path: this.path,
      provider: this.provider,
      // The record itself has the user's own name for the model.
      model: this.model ?? asText(record.model),
      position: line,
    });
  }
}

/** `…/sessions/<folder>/<session>/agents/<agent>/wire.jsonl` */
function sessionIn(path: string): string | null {
  return asText(/(?:^|\/)sessions\/[^/]+\/([^/]+)\/agents\//.exec(path.replaceAll('\\', '/'))?.[1]);
}
