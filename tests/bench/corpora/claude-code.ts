import type { CorpusFile } from './corpus';
import { idFrom, proseFrom, randomFrom, skewed } from './random';

const prose = proseFrom(randomFrom(1));
const models = ['claude-sonnet-4-5-20250929', 'claude-opus-4-5-20251101', 'claude-haiku-4-5-20251001'];
const halfYear = 184 * 24 * 60 * 60 * 1000;

/**
 * One session with the proportions of real folders: about 5 KB of log per line with usage, half of it tool results;
 * 1.9 lines with usage per response, and as many `progress` lines; sizes with long tails.
 */
export function claudeCodeFile(random: () => number, index: number): CorpusFile {
  const sessionId = idFrom(random);
  const cwd = `/home/ada/work/project-${Math.floor(random() * 40)}`;
  const responses = Math.max(1, Math.round(skewed(random, 11, 1.1)));
  let time = Date.UTC(2026, 4, 1) + Math.floor(random() * halfYear);
  let text = '';
  const start = (type: string): string => {
    time += 1 + Math.floor(random() * 20_000);
    const head = `{"parentUuid":"${idFrom(random)}","isSidechain":false,"userType":"external","cwd":"${cwd}",`;
    return `${head}"sessionId":"${sessionId}","version":"2.1.40","gitBranch":"main","type":"${type}",`;
  };
  const end = (): string => `"uuid":"${idFrom(random)}","timestamp":"${new Date(time).toISOString()}"}\n`;

  for (let response = 0; response < responses; response += 1) {
    const result = prose(Math.min(120_000, skewed(random, 1_400, 1.7)));
    text += `${start('user')}"message":{"role":"user","content":[{"type":"tool_result","content":"${result}"}]},${end()}`;
    const [id, request] = [idFrom(random), idFrom(random)];
    const model = models[Math.floor(random() * models.length)] ?? '';
    const lines = random() < 0.3 ? 1 : random() < 0.6 ? 2 : 3;
    const cacheRead = Math.floor(skewed(random, 40_000, 0.8));
    const cacheWrite = Math.floor(skewed(random, 1_500, 1.2));
    let output = 0;
    for (let line = 0; line < lines; line += 1) {
      output += 1 + Math.floor(skewed(random, 120, 1));
      const said = prose(Math.min(30_000, skewed(random, 350, 1.2)));
      text += `${start('assistant')}"requestId":"req_${request}","message":{"id":"msg_${id}","type":"message","role":"assistant","model":"${model}",`;
      text += `"content":[{"type":"text","text":"${said}"}],"stop_reason":${line === lines - 1 ? '"tool_use"' : 'null'},`;
      text += `"usage":{"input_tokens":${3 + line},"cache_creation_input_tokens":${cacheWrite},"cache_read_input_tokens":${cacheRead},`;
      text += `"cache_creation":{"ephemeral_5m_input_tokens":${cacheWrite},"ephemeral_1h_input_tokens":0},`;
      text += `"output_tokens":${output},"service_tier":"standard"}},${end()}`;
      text += `${start('progress')}"data":{"type":"hook_progress","hookEvent":"PostToolUse","command":"${prose(100)}"},${end()}`;
    }
  }
  return { path: `projects/-home-ada-work-${index % 40}/${sessionId}.jsonl`, text };
}
