/**
 * @learnedFrom the tool’s source, and lines of real development data
 * @identifiedBy day, provider, model and counts, and its number among such calls of the day: neither file has an id.
 *   A line that comes back with its own time after lines of other times is a copy. A session of the command line: its
 *   id
 * @counts Continue counts prompt and output itself; the cache isn’t separated; autocompletion is included. Its
 *   command line records the providers’ counts as the sum of a session, without model and time: the prompt includes
 *   the cache unless there are cache writes, which only Anthropic’s models have
 * @unconfirmed lines of earlier versions, and those in folders named in its settings, have no time: the database has
 *   the same calls. A call within a second of midnight (UTC) may count in both files. Nothing can tell a copy of a file
 *   of which all lines have one time, appended to itself, from separate calls: it counts twice
 * @differs trackers that read both the lines and the database count all calls twice
 */
import { readSession } from './session';
import type { ReadDatabase, ReadFile, SourceSink } from '../source';
import { AppendedCopies } from '../reading/appended-copies';
import { keyOf } from '../reading/call';
import { asName, asText, isProblem } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';

export const read: ReadFile = async (chunks, sink, context) => {
  const calls = new Calls(sink, context.now);
  const copies = new AppendedCopies();
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    const { timestamp, model, provider, promptTokens, generatedTokens } = record;
    // The list of sessions has nothing but their names.
    if (record.dateCreated !== undefined) return;
    if (record.history !== undefined) readSession(record, line, sink, context);
    else if (timestamp === undefined) sink.problem(withoutTime, line);
    else {
      const same = [timestamp, model, provider, promptTokens, generatedTokens].map(asName).join();
      if (copies.isCopy(timestamp, same)) return;
      calls.add({ time: timestamp, model, provider, input: promptTokens, output: generatedTokens }, line);
    }
  });
};

/** Earlier versions wrote these, and copied them to the folder 0.1.0. */
const withoutTime = 'calls-without-time';

export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const calls = new Calls(sink, now);
  const columns = ['timestamp', 'model', 'provider', 'tokens_prompt', 'tokens_generated'];
  let position = 0;
  for (const row of database.rows('tokens_generated', columns)) {
    position += 1;
    const { timestamp, model, provider, tokens_prompt: input, tokens_generated: output } = row;
    calls.add({ time: timestamp, model, provider, input, output }, position);
  }
};

interface Call {
  time: unknown;
  model: unknown;
  provider: unknown;
  input: unknown;
  output: unknown;
}

/**
 * Each call is both in the lines and in the database, without an id and with times that differ by a second. So the
 * first call of a day with these counts is the same in both, so is the second, and so on. All equal calls in one file
 * count.
 */
class Calls {
  private readonly seen = new Map<string, number>();
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  add({ time, input, output, ...names }: Call, position: number): void {
    const when = readMoment(time, this.now);
    const day = isProblem(when) ? '' : new Date(when.time).toISOString().slice(0, 10);
    const model = asText(names.model);
    const provider = providerOf(asText(names.provider), model);
    const alike = keyOf('continue', day, provider, model, String(input), String(output));
    const number = (this.seen.get(alike) ?? 0) + 1;
    this.seen.set(alike, number);
    reportUsage(
      this.sink,
      { position },
      {
        counts: { input, output },
        holdsCache: false,
        when,
        dedupeKey: keyOf('continue', day, provider, model, String(input), String(output), number),
        provider,
        model,
        llmMode: llmModeOf(provider),
      },
    );
  }
}

/**
 * For calls through Continue's own proxy, the database names the proxy. The lines name the provider behind it, which
 * is the third part of the model's name.
 */
function providerOf(provider: string | null, model: string | null): string | null {
  const parts = model?.split('/') ?? [];
  return provider === 'continue-proxy' && parts.length >= 4 ? asText(parts[2]) : provider;
}
