import type { CorpusFile } from './corpus';
import { idFrom, proseFrom, randomFrom, skewed } from './random';

const prose = proseFrom(randomFrom(2));
const halfYear = 184 * 24 * 60 * 60 * 1000;

/** One rollout. A step is a call, its result and its token count; half of the counts are written twice. */
export function codexFile(random: () => number): CorpusFile {
  const id = idFrom(random);
  const cwd = `/home/ada/work/project-${Math.floor(random() * 40)}`;
  const steps = Math.max(1, Math.round(skewed(random, 40, 1)));
  let time = Date.UTC(2026, 4, 1) + Math.floor(random() * halfYear);
  const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
  let text = '';
  const add = (type: string, payload: string): void => {
    time += 1 + Math.floor(random() * 9_000);
    text += `{"timestamp":"${new Date(time).toISOString()}","type":"${type}","payload":{${payload}}}\n`;
  };
  add(
    'session_meta',
    `"id":"${id}","cwd":"${cwd}","originator":"codex_cli_rs","model_provider":"openai","instructions":"${prose(8_000)}"`,
  );
  const sum = { input: 0, cached: 0, output: 0, reasoning: 0 };
  for (let step = 0; step < steps; step += 1) {
    if (step % 12 === 0)
      add('turn_context', `"cwd":"${cwd}","model":"gpt-5-codex","summary":"${prose(400)}"`);
    add('response_item', `"type":"reasoning","encrypted_content":"${prose(skewed(random, 900, 0.7))}"`);
    add(
      'response_item',
      `"type":"function_call","name":"shell","arguments":"${prose(skewed(random, 250, 0.8))}"`,
    );
    const output = prose(Math.min(80_000, skewed(random, 1_800, 1.4)));
    add('response_item', `"type":"function_call_output","output":"${output}"`);
    const input = 2_000 + Math.floor(skewed(random, 30_000, 0.8));
    const last = {
      input,
      cached: Math.floor(input * 0.9),
      output: 20 + Math.floor(random() * 900),
      reasoning: 10,
    };
    sum.input += last.input;
    sum.cached += last.cached;
    sum.output += last.output;
    sum.reasoning += last.reasoning;
    const info = `"total_token_usage":${usage(sum)},"last_token_usage":${usage(last)},"model_context_window":272000`;
    const count = `"type":"token_count","info":{${info}},"rate_limits":{"primary":{"used_percent":12.0}}`;
    add('event_msg', count);
    if (random() < 0.5) add('event_msg', count);
  }
  return { path: `sessions/${day}/rollout-${id}.jsonl`, text };
}

function usage(of: { input: number; cached: number; output: number; reasoning: number }): string {
  const { input, cached, output, reasoning } = of;
  return `{"input_tokens":${input},"cached_input_tokens":${cached},"output_tokens":${output},"reasoning_output_tokens":${reasoning},"total_tokens":${input + output}}`;
}
