import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';

/** Corpora, databases and peers, kept from run to run; git ignores it. Some 4 GB at full size. */
export const cacheFolder = process.env['TOKENTAB_BENCH_CACHE'] ?? join(root, '.tokentab-bench');
mkdirSync(cacheFolder, { recursive: true });
