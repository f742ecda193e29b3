import { paidDays, priceOf, shareOut, type Subscription } from '../../model/subscription';
import type { DayRange } from '../../model/months';
import type { CostSums } from '../../model/usage-stats';
import type { Read } from '../../protocol/commands';
import type { Reader } from '../database/reader';

/** What a subscription costs in a range of days, and what its tool used in them. */
export interface SubscriptionUsage extends CostSums {
  subscription: Subscription;
  days: DayRange;
  /** Nano-dollars. `costNanoUsd` is what the API would have cost. */
  price: number;
  /** As in `UsageSums`. */
  inexactCount: number;
  /** How the price is shared out, largest first. The shares add up to the price, unless nothing was used. */
  projects: (CostSums & { id: string; inexactCount: number; share: number })[];
}

/** The subscriptions that are paid for in the range, with their shares by the value of each project's usage. */
export async function readSubscriptionUsage(read: Reader, range: DayRange): Promise<SubscriptionUsage[]> {
  const paid = (await read('getSubscriptions')).flatMap((subscription) => {
    const days = paidDays(subscription, range);
    return days === undefined ? [] : [{ subscription, days }];
  });
  if (paid.length === 0) return [];
  const totals = await read.together(
    paid.map(({ subscription: { source }, days: { from, to } }): Read<'getUsageTotals'> => [
      'getUsageTotals',
      { from, to, source },
      'project',
    ]),
  );
  return paid.map(({ subscription, days }, index) => {
    const groups = (totals[index] ?? []).filter(({ eventCount }) => eventCount > 0);
    const costNanoUsd = groups.reduce((sum, each) => sum + each.costNanoUsd, 0);
    const price = priceOf(subscription, days);
    // If nothing has a price, share by tokens.
    const shares = shareOut(
      price,
      groups.map((each) => (costNanoUsd > 0 ? each.costNanoUsd : each.totalTokens)),
    );
    return {
      subscription,
      days,
      price,
      costNanoUsd,
      unpricedTokens: groups.reduce((sum, each) => sum + each.unpricedTokens, 0),
      inexactCount: groups.reduce((sum, each) => sum + each.inexactCount, 0),
      projects: groups
        .map((each, place) => ({
          id: each.key ?? '',
          costNanoUsd: each.costNanoUsd,
          inexactCount: each.inexactCount,
          unpricedTokens: each.unpricedTokens,
          share: shares[place] ?? 0,
        }))
        .sort((a, b) => b.share - a.share),
    };
  });
}
