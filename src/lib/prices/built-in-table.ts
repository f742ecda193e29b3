/// <reference types="vite/client" />
import json from './built-in-table.json?raw';
import type { PriceTable } from './price-table';

let table: PriceTable | undefined;

/**
 * The price table that ships with this build; `npm run prices` compiles it. Parsed once. Only for workers, because it
 * is large.
 */
export function builtInTable(): PriceTable {
  table ??= JSON.parse(json) as PriceTable;
  return table;
}
