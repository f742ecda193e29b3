import type { CostSums } from '../../model/usage-stats';
import { formatNumber } from '../../texts/format';
import { formatCost } from '../../texts/format-cost';
import { t } from '../../texts/texts';

/** '+1,200 tokens, +$0.02': everything that changed, each with its sign. */
export function changeText(change: CostSums & { totalTokens: number }): string {
  const { totalTokens, costNanoUsd, unpricedTokens } = change;
  const signed = (amount: number, text: string) => `${amount < 0 ? '−' : '+'}${text}`;
  return [
    ...(totalTokens === 0 ? [] : [signed(totalTokens, t.budgets.tokens(Math.abs(totalTokens)))]),
    ...(costNanoUsd === 0 ? [] : [signed(costNanoUsd, formatCost(Math.abs(costNanoUsd)))]),
    ...(unpricedTokens === 0
      ? []
      : [
          signed(
            unpricedTokens,
            t.cost.withoutPrice(Math.abs(unpricedTokens), formatNumber(Math.abs(unpricedTokens))),
          ),
        ]),
  ].join(', ');
}
