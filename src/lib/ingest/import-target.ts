import type { Command, Commands } from '../protocol/commands';

/** Sends commands to the database: the page's client, or the database itself in tests. */
export interface ImportTarget {
  call<C extends Command>(command: C, ...args: Parameters<Commands[C]>): Promise<ReturnType<Commands[C]>>;
}
