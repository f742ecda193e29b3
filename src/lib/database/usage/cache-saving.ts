import type { CacheSaving } from '../../model/cache-saving';
import { cacheSaving, type CachedUsage } from '../../prices/cache-saving';
import type { UsageFilter } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { getCachedUsage } from './usage-queries';
import type { TimeStep } from './usage-sql';
import { pricerOf } from '../prices/pricer';

/** Null if no cloud model used a cache. Reads only rollups, and applies the prices of each `step`. */
export function getCacheSaving(
  database: DatabaseContext,
  filter: UsageFilter,
  step: TimeStep,
): CacheSaving | null {
  const usage: CachedUsage[] = getCachedUsage(database, filter, step);
  return usage.length === 0 ? null : cacheSaving(pricerOf(database), usage);
}
