import { noTokens } from '../../model/tokens';
import type { CallSize } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { pricerOf } from './pricer';

/** In nano-dollars at current prices; null if one of the calls has no price. */
export function getCostOfCalls(
  database: DatabaseContext,
  model: string,
  calls: readonly CallSize[],
): number | null {
  const { costOf } = pricerOf(database);
  let sum = 0;
  for (const call of calls) {
    const { costNanoUsd } = costOf({
      ...noTokens,
      ...call,
      ...{ source: 'estimate', provider: null, model, occurredAt: database.now() },
      llmMode: 'cloud',
      granularity: 'moment',
    });
    if (costNanoUsd === null) return null;
    sum += costNanoUsd;
  }
  return sum;
}
