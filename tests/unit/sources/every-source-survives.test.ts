import { sources } from '../../../src/lib/sources/registry';
import { survives } from './support/survives';

/** A database is opened and checked anew each time: it is cut at fewer places. */
const slow: Record<string, { runs: number; stride: number }> = { opencode: { runs: 100, stride: 7 } };

for (const source of sources) survives(source, { runs: 60, ...slow[source.id] });
