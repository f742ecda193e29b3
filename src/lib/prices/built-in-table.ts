/// <reference types="vite/client" />
import json from './built-in-table.json?raw';
import type { PriceTable } from './price-table';

let table: PriceTable | undefined;

/** The table that this build ships; `npm run prices` compiles it. Parsed once. For workers only: it is large. */
export function builtInTable(): PriceTable {
  table ??= JSON.parse(json) as PriceTable;
  return table;
}
