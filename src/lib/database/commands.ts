import type { Command, Commands, Read, ReadCommand, ReadsTogether, Table } from '../protocol/commands';
import * as shape from './arguments';
import { budgetCommands } from './budgets/commands';
import type { DatabaseContext } from './context';
import { copyCommands } from './copies/commands';
import { deviceCommands } from './devices/commands';
import { documentCommands } from './documents/commands';
import { eventCommands } from './usage/event-commands';
import { importCommands } from './imports/commands';
import { mappingCommands } from './mappings/commands';
import { mergeCommands } from './merge/commands';
import { priceCommands } from './prices/commands';
import { projectCommands } from './projects/commands';
import { badInput } from './sql/check-argument';
import { define, type CommandDefinition } from './sql/define-command';
import { requireAllowed } from './teams/allowed';
import { teamCommands } from './teams/commands';
import { wholeDatabaseCommands } from './whole-database/commands';
import { usageCommands } from './usage/commands';

type DefinitionOf<C extends Command> = CommandDefinition<Parameters<Commands[C]>, ReturnType<Commands[C]>>;
/** A command looked up by the name in a message, so its argument and result types are unknown. */
type AnyDefinition = CommandDefinition<unknown[], unknown>;

const single = {
  ...projectCommands,
  ...eventCommands,
  ...usageCommands,
  ...importCommands,
  ...copyCommands,
  ...deviceCommands,
  ...teamCommands,
  ...mappingCommands,
  ...documentCommands,
  ...priceCommands,
  ...budgetCommands,
  ...wholeDatabaseCommands,
  ...mergeCommands,
} satisfies { [C in Exclude<Command, 'readTogether'>]: DefinitionOf<C> };

const definitions: { [C in Command]: DefinitionOf<C> } = {
  ...single,
  readTogether: define({ args: [shape.reads], reads: [], timeoutMinutes: 1, run: readTogether }),
};

/** All commands of the protocol, bound to one open, migrated database. Arguments and errors: see `define`. */
export function createCommands(database: DatabaseContext): Commands {
  const entries = Object.entries(definitions) as [string, AnyDefinition][];
  const bound = entries.map(([name, { run, writes }]) => [
    name,
    (...args: unknown[]) => {
      if (writes) requireAllowed(database, name);
      return run(database, ...args);
    },
  ]);
  return Object.fromEntries(bound) as Commands;
}

/** The tables a command changes; empty if it only reads. */
export function changesOf(command: Command): readonly Table[] {
  return definitions[command].changes;
}

/** Whether a command can change the file, even if no page shows what it changes. */
export function writes(command: Command): boolean {
  return definitions[command].writes;
}

/** Timeouts of the commands that take longer than usual. */
export const timeoutMinutes: Partial<Record<Command, number>> = Object.fromEntries(
  Object.entries(definitions).flatMap(([name, each]) =>
    each.timeoutMinutes === undefined ? [] : [[name, each.timeoutMinutes]],
  ),
);

/** All reads see the same state: commands are synchronous, so nothing can run between them. */
function readTogether(database: DatabaseContext, reads: readonly Read[]): ReadsTogether {
  const tables = new Set<Table>();
  const values = reads.map(([command, ...args]) => {
    const definition = readOf(command);
    for (const table of definition.reads) tables.add(table);
    return definition.run(database, ...args);
  });
  return { values, tables: [...tables] };
}

function readOf(command: ReadCommand): AnyDefinition {
  // The name comes from a message, so it may be unknown or name a command that writes.
  const isRead = command.startsWith('get') && Object.hasOwn(single, command);
  if (!isRead) throw badInput({ code: 'no-such-read', read: command });
  return single[command] as unknown as AnyDefinition;
}
