import { sources } from '../../../src/lib/sources/registry';
import type { Source } from '../../../src/lib/sources/source';
import { rounds } from '../../budget';
import { survives } from './support/survives';

/**
 * A database is opened and checked for each read, which is slow. One reader opens them all, so only one is tested at
 * length.
 */
const optionsOf = ({ id, tables }: Source): { runs: number; cuts: number } | undefined => {
  if (id === 'opencode') return { runs: rounds(20, 100), cuts: rounds(100, 3000) };
  return tables === undefined ? undefined : { runs: rounds(5, 30), cuts: rounds(20, 100) };
};

for (const source of sources) survives(source, optionsOf(source));
