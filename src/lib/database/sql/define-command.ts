import type * as v from 'valibot';
import type { Table } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { checkArgument } from './check-argument';
import { asTokentabError } from './sqlite-errors';
import { transaction } from './transaction';

/** One command of the protocol, ready to run on an open database. */
export interface CommandDefinition<Args extends readonly unknown[], Result> {
  /** The tables whose changes make the answer outdated. Empty for a command that changes something. */
  readonly reads: readonly Table[];
  /** Empty for a command that only reads, and for one whose changes aren't shown on any page. */
  readonly changes: readonly Table[];
  /** Whether it can change the file. */
  readonly writes: boolean;
  /** How long a page waits for the answer; undefined means the usual time (client/timeouts.ts). */
  readonly timeoutMinutes: number | undefined;
  readonly run: (database: DatabaseContext, ...args: Args) => Result;
}

type Schemas = readonly v.GenericSchema[];
type Inputs<S extends Schemas> = { readonly [Index in keyof S]: v.InferInput<S[Index]> };
type Outputs<S extends Schemas> = { readonly [Index in keyof S]: v.InferOutput<S[Index]> };

type Definition<S extends Schemas, Result> = {
  /**
   * One schema per argument. They are checked even if the caller is typed, because calls also come from scripts and
   * other tabs.
   */
  args: S;
  run: (database: DatabaseContext, ...args: Outputs<S>) => Result;
  timeoutMinutes?: number;
  /** The command begins and ends its transaction itself, because SQLite's own copying can't run inside one. */
  hasOwnTransaction?: true;
} & ({ reads: readonly Table[] } | { changes: readonly Table[] });

/**
 * Defines everything about one command in one place. With `changes`, even an empty list, it runs in one transaction.
 * It throws only `TokentabError`s, except for bugs.
 */
export function define<const S extends Schemas, Result>(
  definition: Definition<S, Result>,
): CommandDefinition<Inputs<S>, Result> {
  const { args: schemas, run, timeoutMinutes, hasOwnTransaction } = definition;
  const isRead = 'reads' in definition;
  return {
    reads: isRead ? definition.reads : [],
    changes: isRead ? [] : definition.changes,
    writes: !isRead,
    timeoutMinutes,
    run(database, ...given) {
      const checked = schemas.map((schema, index) => checkArgument(schema, given[index])) as Outputs<S>;
      if (!isRead && !hasOwnTransaction) return transaction(database, () => run(database, ...checked));
      try {
        return run(database, ...checked);
      } catch (error) {
        throw asTokentabError(database.sqlite3, error);
      }
    },
  };
}
