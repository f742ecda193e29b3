import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { claudeLine } from './imports';

/** A folder of logs on disk. */
export interface LogFolder {
  path: string;
  /** Its own name, with which browsers prefix the paths of its files. */
  name: string;
  /** The paths inside it with their content. */
  files: Record<string, string>;
  remove(): Promise<void>;
}

export async function writeLogFolder(files: Record<string, string>): Promise<LogFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tokentab-logs-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path, name: basename(path), files, remove: () => rm(path, { recursive: true, force: true }) };
}

export const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');

interface BigOptions {
  seed: number;
  files: number;
  responsesPerFile: number;
  /** The size of what the user and the tool wrote between two responses, which is most of a log. */
  contentBytesPerResponse: number;
}

export interface BigLogFolder extends LogFolder {
  bytes: number;
  events: number;
  totalTokens: number;
}

/** A folder as large as real ones, the same for the same seed. All its usage is in October 2026. */
export async function writeBigLogFolder(options: BigOptions): Promise<BigLogFolder> {
  const { files, responsesPerFile, contentBytesPerResponse } = options;
  const folder = await writeLogFolder({});
  const random = randomFrom(options.seed);
  const content = 'All of this was said, and none of it is kept. '.repeat(
    Math.ceil(contentBytesPerResponse / 46),
  );
  let bytes = 0;
  let totalTokens = 0;
  for (let file = 0; file < files; file += 1) {
    const session = `big-${options.seed}-${file}`;
    const cwd = `/home/ada/work/project-${file % 12}`;
    const text: string[] = [];
    for (let response = 0; response < responsesPerFile; response += 1) {
      const [input, output] = [1 + Math.floor(random() * 5_000), 1 + Math.floor(random() * 900)];
      totalTokens += input + output;
      const time = Date.UTC(2026, 9, 1) + Math.floor(random() * 30 * 24 * 60 * 60 * 1000);
      const timestamp = new Date(time).toISOString();
      const message = { role: 'user', content };
      text.push(JSON.stringify({ type: 'user', cwd, sessionId: session, timestamp, message }));
      text.push(claudeLine({ id: `${session}-${response}`, cwd, session, timestamp, input, output }));
    }
    const whole = lines(...text);
    bytes += whole.length;
    await writeFile(join(folder.path, `${session}.jsonl`), whole);
  }
  return { ...folder, bytes, totalTokens, events: files * responsesPerFile };
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
