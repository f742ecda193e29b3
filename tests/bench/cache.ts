import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';

/** Corpora, databases and other programs, kept between runs; git ignores the folder. About 4 GB at full size. */
export const cacheFolder = process.env['TOKENTAB_BENCH_CACHE'] ?? join(root, '.tokentab-bench');
mkdirSync(cacheFolder, { recursive: true });
