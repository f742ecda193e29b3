import type { Table } from '../../protocol/commands';
import { call, connection } from './connection.svelte';
import { createReader } from './reader';

/** The tables that the answers so far depend on, and a version that increases whenever one of them changes. */
export class ReadTables {
  /** Until the first answer arrives, any table may be one of them. */
  #tables: readonly Table[] | undefined;
  #version = $state(0);

  readonly read = createReader(
    (reads) => call('readTogether', reads),
    (tables) => this.#learn(tables),
  );

  /** Must be called while a component (or an effect root) is being set up. */
  constructor() {
    $effect(() =>
      connection.onChange((changed) => {
        if (this.#tables?.some((table) => changed.has(table)) ?? true) this.#version += 1;
      }),
    );
  }

  get version(): number {
    return this.#version;
  }

  #learn(tables: readonly Table[]): void {
    const known = this.#tables ?? [];
    this.#tables = [...known, ...tables.filter((table) => !known.includes(table))];
  }
}
