import type { Command, Commands } from '../../protocol/commands';

/** Whoever carries commands to the database: the page's client, or in tests the database itself. */
export interface ImportTarget {
  call<C extends Command>(command: C, ...args: Parameters<Commands[C]>): Promise<ReturnType<Commands[C]>>;
}
