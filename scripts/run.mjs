import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** A command that exited with a code other than 0. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number} exitCode
   */
  constructor(command, exitCode) {
    super(`"${command}" failed (${exitCode}).`);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command in the repository. Its output goes to ours, and it gets no input.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>} rejects with CommandFailed, or with the reason why it could not be started
 */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // On Windows, npm and npx are .cmd files, which only a shell can start.
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new CommandFailed([command, ...args].join(' '), code ?? (signal ? 130 : 1)));
    });
  });
}

/**
 * Like `run`, but prints all output when the command has ended, so that the output of parallel commands isn't mixed.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>} rejects as `run` does
 */
export async function runQuietly(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code ?? (signal ? 130 : 1));
    });
  });
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  console.log(
    `\n── ${args.find((arg) => !arg.startsWith('-') && arg !== 'run') ?? command}\n${output}${errors}`,
  );
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code);
}
