import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePriceTable } from './price-table.mjs';
import { root } from './run.mjs';

/** Writes the built-in price table. Run it after updating `@pydantic/genai-prices`; a test checks that it is current. */
writeFileSync(join(root, 'src/lib/prices/built-in-table.json'), await compilePriceTable());
