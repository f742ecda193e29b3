import { changeSince, type IssuedSubject } from '../../model/issued';
import type { Month } from '../../model/months';
import type { CostSums } from '../../model/usage-stats';
import { call } from '../database/connection.svelte';
import type { Reader } from '../database/reader';

type Sums = CostSums & { totalTokens: number };

/** Records that a month was printed or exported with these sums. */
export async function recordIssue(subject: IssuedSubject, month: Month, sums: Sums): Promise<void> {
  const { totalTokens, costNanoUsd, unpricedTokens } = sums;
  const issuedAt = Date.now();
  await call('recordIssued', subject, month, { totalTokens, costNanoUsd, unpricedTokens, issuedAt });
}

/** When the month was last printed or exported, and by how much it has changed since; undefined if it hasn't. */
export async function readChange(
  read: Reader,
  subject: IssuedSubject,
  month: Month,
  now: Sums,
): Promise<{ issuedAt: number; change: Sums } | undefined> {
  const issued = await read('getIssued', subject, month);
  const change = issued === null ? null : changeSince(issued, now);
  return issued === null || change === null ? undefined : { issuedAt: issued.issuedAt, change };
}
