import type { Calibration, RatioRange } from '../../model/extraction';
import type { Connection } from '../context';
import { all } from '../sql/statements';

/** Older answers say little about the model that a server runs today. */
const mostCalls = 200;
/** Too few answers don't show how much they vary. These spreads were measured on 40 texts, after one answer. */
const fewCalls = 5;
const unknownSpread = { prompt: 0.1, answer: 0.3 };
/** An answer that was counted before doesn't make the next one exact. */
const leastSpread = 0.02;

/** From the latest answers of a model at an address; null if there is none. */
export function getCalibration(connection: Connection, addressId: string, model: string): Calibration | null {
  const answers = all<{ sent: number; text: number; prompt: number; answer: number }>(
    connection,
    `SELECT cvs.text_tokens + batch.instruction_tokens AS sent, cvs.text_tokens AS text,
       attempt.prompt_tokens AS prompt, attempt.answer_tokens AS answer
     FROM extraction_batches AS batch
       JOIN extraction_attempts AS attempt ON attempt.batch_id = batch.id AND attempt.state = 'answered'
       JOIN cvs ON cvs.id = attempt.cv_id
     WHERE batch.address_id = ?1 AND batch.model = ?2 AND cvs.text_tokens > 0
     ORDER BY attempt.sent_at DESC, attempt.id DESC LIMIT ?3`,
    [addressId, model, mostCalls],
  );
  if (answers.length === 0) return null;
  return {
    calls: answers.length,
    prompt: rangeOf(
      answers.map(({ prompt, sent }) => [prompt, sent]),
      unknownSpread.prompt,
    ),
    answer: rangeOf(
      answers.map(({ answer, text }) => [answer, text]),
      unknownSpread.answer,
    ),
  };
}

/** The ratio of the sums, and how far the middle 80 % of the single ratios are from it. */
function rangeOf(pairs: readonly [counted: number, of: number][], unknown: number): RatioRange {
  const sum = (side: 0 | 1) => pairs.reduce((total, pair) => total + pair[side], 0);
  const ratio = sum(0) / sum(1);
  if (pairs.length < fewCalls || ratio === 0) return { ratio, spread: unknown };
  const errors = pairs
    .map(([counted, of]) => Math.abs(counted / of / ratio - 1))
    .sort((one, other) => one - other);
  return { ratio, spread: Math.max(leastSpread, errors[Math.floor(0.8 * errors.length)] ?? 0) };
}
