import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A program that serves a model: its arguments for a model and a port. */
export interface ServerProgram {
  name: string;
  command: string;
  args: (model: string, port: number) => string[];
}

const version = '3.21.1';
/** Where node-llama-cpp is installed: never in the project, because its builds are large. */
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tokentab', `llm-${version}`);

/**
 * Finds a server for the tests: TOKENTAB_LLM_SERVER names a llama-server, else the one on the PATH, else node-llama-cpp,
 * which is installed into a cache the first time. A string says why there is none.
 */
export function findServer(): ServerProgram | string {
  const chosen = process.env['TOKENTAB_LLM_SERVER'];
  if (chosen) {
    if (existsSync(chosen)) return llamaServer(chosen);
    throw new Error(`TOKENTAB_LLM_SERVER names ${chosen}, but there is no such file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'llama-server')).find((path) => existsSync(path));
  return found === undefined ? ownServer() : llamaServer(found);
}

const llamaServer = (command: string): ServerProgram => ({
  name: 'llama-server',
  command,
  args: (model, port) => ['-m', model, '--host', '127.0.0.1', '--port', String(port), '-c', '4096'],
});

function ownServer(): ServerProgram | string {
  const script = join(import.meta.dirname, 'serve-model.mjs');
  const entry = join(cache, 'node_modules/node-llama-cpp/dist/index.js');
  const failure = existsSync(entry) ? undefined : install();
  if (failure !== undefined) return failure;
  return {
    name: 'node-llama-cpp',
    command: process.execPath,
    args: (model, port) => [script, entry, model, String(port)],
  };
}

const builds: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
};

/** Only the build for this platform: with all of them it would be nine times as large. */
function install(): string | undefined {
  const build = builds[`${process.platform}-${process.arch}`];
  if (build === undefined) return `node-llama-cpp has no build for ${process.platform}-${process.arch}.`;
  const parent = join(cache, '..');
  let folder: string | undefined;
  try {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, 'installing-'));
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const packages = [`node-llama-cpp@${version}`, `@node-llama-cpp/${build}@${version}`];
    const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    execFileSync('npm', ['install', ...options, ...packages], {
      cwd: folder,
      stdio: 'pipe',
      shell: process.platform === 'win32',
      timeout: 170_000,
    });
    // Another worker may have been faster.
    if (!existsSync(cache)) renameSync(folder, cache);
    return undefined;
  } catch (error) {
    return `node-llama-cpp could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
