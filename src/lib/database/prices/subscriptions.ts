import type { Subscription } from '../../model/subscription';
import type { Connection } from '../context';
import { all } from '../sql/statements';
import { writeSetting } from '../settings/settings';

const key = (id: string) => `subscription:${id}`;

/** By their first day, then by name. */
export function getSubscriptions(connection: Connection): Subscription[] {
  return all<{ value: string }>(
    connection,
    `SELECT value FROM settings WHERE key GLOB 'subscription:*' AND value <> 'null'`,
  )
    .map(({ value }) => JSON.parse(value) as Subscription)
    .sort((a, b) => a.from.localeCompare(b.from) || a.name.localeCompare(b.name));
}

export function saveSubscription(connection: Connection, subscription: Subscription, savedAt: number): void {
  writeSetting(connection, key(subscription.id), subscription, savedAt);
}

/** Keeps the row with the time of deletion. */
export function deleteSubscription(connection: Connection, id: string, deletedAt: number): void {
  writeSetting(connection, key(id), null, deletedAt);
}
