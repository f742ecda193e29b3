import { sources } from '../../../src/lib/sources/registry';
import { rounds } from '../../budget';
import { survives } from './support/survives';

/** A database is opened and checked each time it is read. */
const slow: Record<string, { runs: number; cuts: number }> = {
  opencode: { runs: rounds(20, 100), cuts: rounds(100, 3000) },
};

for (const source of sources) survives(source, slow[source.id]);
