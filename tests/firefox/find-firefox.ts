import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

const usualPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The Firefox in TOKENTAB_FIREFOX, or an installed one; null if there is none. */
export function findFirefox(): string | null {
  const chosen = env['TOKENTAB_FIREFOX'];
  if (chosen !== undefined) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`TOKENTAB_FIREFOX names ${chosen}, but there is no such file.`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  const programs = ['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...programs, ...usualPlaces].find((path) => existsSync(path)) ?? null;
}
