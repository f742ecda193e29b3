/** What a page shows of a price table. */
export interface PriceTableSummary {
  /** '' for the built-in table. */
  id: string;
  name: string;
  version: string;
  /** When it was published or added, 'YYYY-MM-DD'. */
  date: string;
  providers: number;
  models: number;
}
