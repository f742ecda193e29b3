import { programAt, type Program } from './line-to-type';

/** The result of probing an address, in the order in which problems occur. */
export type Diagnosis =
  | { kind: 'models'; models: string[] }
  /** The browser needs the user's permission before a page may connect to programs on this machine. */
  | { kind: 'not-permitted' }
  | { kind: 'nothing-there'; program: Program }
  /** The program is running, but doesn't allow this page. */
  | { kind: 'page-refused'; program: Program }
  | { kind: 'key-missing' }
  | { kind: 'wrong-path'; status: number }
  | { kind: 'server-error'; status: number }
  | { kind: 'not-an-llm' };

export interface Probe {
  /** Null if the request was blocked or had no answer. */
  status: number | null;
  /** The models in the answer, if it could be read. */
  models: string[] | undefined;
  /** Whether anything answers, even if the answer may not be read. */
  isThere: boolean;
  permission: 'granted' | 'prompt' | 'denied' | 'unknown';
  origin: string;
}

/** Browsers report every failure the same way; this distinguishes them by what else is known. */
export function diagnose({ status, models, isThere, permission, origin }: Probe): Diagnosis {
  if (status === null) {
    if (permission === 'denied') return { kind: 'not-permitted' };
    return { kind: isThere ? 'page-refused' : 'nothing-there', program: programAt(origin) };
  }
  if (status === 401) return { kind: 'key-missing' };
  if (status === 403) {
    return origin.startsWith('http:')
      ? { kind: 'page-refused', program: programAt(origin) }
      : { kind: 'key-missing' };
  }
  if (status >= 500) return { kind: 'server-error', status };
  if (status >= 400) return { kind: 'wrong-path', status };
  return models === undefined ? { kind: 'not-an-llm' } : { kind: 'models', models };
}
