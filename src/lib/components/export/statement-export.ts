import { billedAmount, statementCurrency, type Billing } from '../../model/billing';
import type { GroupUsage } from '../../model/usage-stats';
import { projectName, projects } from '../../state/projects/projects.svelte';
import type { Statement } from '../../state/view/statement';
import { shownCurrency } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { Column } from '../lists/column';
import { costColumns } from '../lists/usage-columns';
import type { ExportChoice } from './export-choice';
import { listChoices } from './table-export';

interface Line {
  project: string;
  model: GroupUsage;
}

/** The rows of a statement, by project and model, without sums, so that adding up a column counts each token once. */
export function statementChoices(
  { client, month, projects: parts }: Statement,
  billing: Billing | null,
): ExportChoice[] {
  const lines = parts.flatMap(({ id, models }): Line[] => {
    const project = projectName(projects.byId(id) ?? { name: '' });
    return models.map((model) => ({ project, model }));
  });
  return listChoices<Line>(
    `tokentab-${month}-statement`,
    [
      { key: 'client', head: t.exports.client, value: () => client || null },
      { key: 'month', head: t.exports.month, value: () => month },
      { key: 'project', head: t.month.project, value: ({ project }) => project },
      { key: 'model', head: t.exports.model, value: ({ model }) => model.key ?? t.month.noModel },
      { key: 'promptTokens', head: t.exports.prompt, value: ({ model }) => model.promptTokens },
      { key: 'cacheReadTokens', head: t.exports.cached, value: ({ model }) => model.cacheReadTokens },
      { key: 'completionTokens', head: t.exports.completion, value: ({ model }) => model.completionTokens },
      { key: 'totalTokens', head: t.exports.total, value: ({ model }) => model.totalTokens },
      ...(billing === null ? costColumns<Line>(({ model }) => model) : billedColumns(billing)),
    ],
    () => [lines],
  );
}

/** What the client pays instead of the cost, as on the printed statement. */
function billedColumns(billing: Billing): Column<Line>[] {
  const currency = shownCurrency();
  return [
    {
      key: 'amount',
      head: t.statement.amount,
      value: ({ model }) => {
        const { nano, isUnknown } = billedAmount(model, billing, currency);
        return isUnknown ? null : nano / 1e9;
      },
    },
    { key: 'currency', head: t.currency.title, value: () => statementCurrency(billing, currency).code },
    {
      key: 'unpricedTokens',
      head: t.cost.unpriced,
      value: ({ model }) => billedAmount(model, billing, currency).unpricedTokens,
    },
    { key: 'inexactEvents', head: t.exports.inexact, value: ({ model }) => model.inexactCount },
  ];
}
