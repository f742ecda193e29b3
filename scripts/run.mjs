import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** A command ended with something else than 0. */
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
 * Runs a command in the repository, with its output on ours and no input.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>} rejects with CommandFailed, or with the reason why it could not be started
 */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm and npx are .cmd files on Windows, which only its shell can start.
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
 * The same, but prints the output in one piece when the command has ended, so that commands that run side by side stay
 * readable.
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
