import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForUpdate } from '@pydantic/genai-prices';
import * as v from 'valibot';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

/** The publishing date of each version, from the npm registry: the package itself doesn't contain it. */
const published = /** @type {Record<string, string>} */ ({ '0.1.8': '2026-09-23' });

/**
 * Compiles the prices of text tokens, by provider and date, from `@pydantic/genai-prices`, in the same format as a
 * file that the user adds.
 * @returns {Promise<string>} the JSON that `PriceTable` in src/lib/prices/price-table.ts describes
 */
export async function compilePriceTable() {
  const manifest = readFileSync(join(root, 'node_modules/@pydantic/genai-prices/package.json'), 'utf8');
  const { version } = /** @type {{ version: string }} */ (JSON.parse(manifest));
  const date = published[version];
  if (date === undefined)
    throw new Error(`Add the publishing date of genai-prices ${version} to this script.`);
  const { module } = await runnerImport(join(root, 'src/lib/prices/genai-table.ts'), { configFile: false });
  const { fromGenaiData, genaiData } = /** @type {typeof import('../src/lib/prices/genai-table.ts')} */ (
    module
  );
  const data = v.parse(genaiData, JSON.parse(JSON.stringify((await waitForUpdate()) ?? [])));
  return `${JSON.stringify(fromGenaiData(data, { name: 'genai-prices', version, date }))}\n`;
}
