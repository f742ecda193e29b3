import type { GroupUsage } from '../../model/usage-stats';
import type { ProjectSummary } from '../../model/project';
import type { Sort } from '../../state/view/list-sort';

export const clientColumns = ['name', 'projects', 'tokens', 'before'] as const;
export type ClientColumn = (typeof clientColumns)[number];

/** One row of the list of clients. */
export interface ClientRow {
  /** As it is stored; '' for the projects without a client. */
  name: string;
  projectCount: number;
  /** Tokens of the current month and of the month before. */
  tokens: number;
  before: number;
}

/** One row per client that a project names, and one for the projects without a client, if there are any. */
export function clientRows(
  projects: readonly ProjectSummary[],
  thisMonth: readonly GroupUsage[],
  lastMonth: readonly GroupUsage[],
): ClientRow[] {
  const tokensOf = (rows: readonly GroupUsage[]) => new Map(rows.map((row) => [row.key, row.totalTokens]));
  const [tokens, before] = [tokensOf(thisMonth), tokensOf(lastMonth)];
  const rows = new Map<string, ClientRow>();
  for (const { id, clientName } of projects) {
    const name = clientName ?? '';
    const row = rows.get(name) ?? { name, projectCount: 0, tokens: 0, before: 0 };
    row.projectCount += 1;
    row.tokens += tokens.get(id) ?? 0;
    row.before += before.get(id) ?? 0;
    rows.set(name, row);
  }
  return [...rows.values()];
}

/** The rows whose name contains the text, in order. By name, the row without a client comes last. */
export function orderedClients(
  rows: readonly ClientRow[],
  filter: string,
  { column, isAscending }: Sort<ClientColumn>,
): ClientRow[] {
  const collator = new Intl.Collator();
  const wanted = filter.trim().toLocaleLowerCase();
  const byName = (a: ClientRow, b: ClientRow) => collator.compare(a.name || '\uffff', b.name || '\uffff');
  const orders: Record<ClientColumn, (a: ClientRow, b: ClientRow) => number> = {
    name: byName,
    projects: (a, b) => a.projectCount - b.projectCount,
    tokens: (a, b) => a.tokens - b.tokens,
    before: (a, b) => a.before - b.before,
  };
  return rows
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (isAscending ? 1 : -1) * orders[column](a, b) || byName(a, b));
}
