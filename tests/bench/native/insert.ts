import { rmSync } from 'node:fs';
import { batchSize, makeEvents } from '../events.ts';
import { openNative } from './sqlite.ts';

const columns =
  `dedupe_key, project_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
   cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
   completion_tokens, total_tokens, occurred_at, date, granularity, is_output_final, import_id, created_at, updated_at,
   precedence, hour`.split(/,\s*/);

type Value = string | number | null;
export type Way = 'bound' | 'json';

/**
 * Inserts events into a new file with the app's schema and triggers, one transaction per batch. Measures SQLite
 * alone: the values are ready beforehand.
 * @returns events per second
 */
export function insertNatively(file: string, migrations: readonly string[], count: number, way: Way): number {
  rmSync(file, { force: true });
  const database = openNative(file, migrations);
  database.exec("INSERT INTO imports (id, status, started_at, updated_at) VALUES ('bench', 'running', 0, 0)");
  for (let index = 0; index < 40; index += 1) {
    database.exec(
      `INSERT INTO projects (id, name, created_at, updated_at) VALUES ('${projectId(index)}', 'project-${index}', 0, 0)`,
    );
  }
  const batches = rowsOf(count);
  const insert = `INSERT INTO usage_events (${columns.join(', ')})`;
  const bound = database.prepare(
    `${insert} VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (dedupe_key) DO NOTHING`,
  );
  const fields = columns.map((_, index) => `value ->> ${index}`).join(', ');
  const json = database.prepare(
    `${insert} SELECT ${fields} FROM json_each(jsonb(?1)) WHERE true ON CONFLICT (dedupe_key) DO NOTHING`,
  );

  const beganAt = performance.now();
  for (const batch of batches) {
    database.exec('BEGIN IMMEDIATE');
    if (way === 'json') json.run(JSON.stringify(batch));
    else for (const row of batch) bound.run(...row);
    database.exec('COMMIT');
  }
  const perSecond = count / ((performance.now() - beganAt) / 1000);
  database.close();
  rmSync(file);
  return perSecond;
}

function rowsOf(count: number): Value[][][] {
  const batches: Value[][][] = [];
  for (let from = 0; from < count; from += batchSize) {
    batches.push(makeEvents(from, Math.min(batchSize, count - from)).map(toRow));
  }
  return batches;
}

function toRow(event: ReturnType<typeof makeEvents>[number]): Value[] {
  const { path, inputTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens } = event;
  const prompt = inputTokens + cacheReadTokens + cacheWrite5mTokens;
  return [
    ...[
      event.dedupeKey,
      projectId(Number(path?.split('-').at(-1))),
      event.eventType,
      event.llmMode,
      'claude-code',
    ],
    ...[event.sessionId, event.provider, event.model, path, event.position],
    ...[inputTokens, cacheReadTokens, cacheWrite5mTokens, 0, outputTokens, 0],
    ...[prompt, outputTokens, prompt + outputTokens, event.occurredAt],
    ...[new Date(event.occurredAt).toISOString().slice(0, 10), event.granularity, 1, 'bench', 0, 0, 0],
    new Date(event.occurredAt).getUTCHours(),
  ];
}

const projectId = (index: number): string => `0199aaaa-1111-7000-8000-${String(index).padStart(12, '0')}`;
