/// <reference types="vite/client" />
import schema from '../../../../migrations/schema.sql?raw';
import type { Connection } from '../context';
import { beginRegisters } from './begin-registers';
import { finishNarrowEvents } from './narrow-events';

const files = import.meta.glob<string>('../../../../migrations/[0-9]*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All migrations, in the order of their names. A migration's position, from 1, is the `user_version` that it sets. */
export const migrations: readonly string[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, sql]) => sql);

/** Code to run after a migration's SQL, in the same transaction, by `user_version`. */
export const completions: Readonly<Record<number, (connection: Connection) => void>> = {
  16: finishNarrowEvents,
  17: beginRegisters,
};

/**
 * The schema that all migrations produce. New databases are created from it, in a fifth of the time of migrating, which
 * matters on the first visit. Written by `npm run schema`; a test compares it with the migrations' result.
 */
export const newestSchema = schema;

/** The newest `user_version` that this build knows. */
export const schemaVersion = migrations.length;
