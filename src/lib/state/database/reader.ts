import type { Commands, Read, ReadCommand, ReadsTogether, Table } from '../../protocol/commands';

type AnswerTo<R> = R extends readonly [infer C extends ReadCommand, ...unknown[]]
  ? ReturnType<Commands[C]>
  : undefined;

type AnswersTo<Reads extends readonly unknown[]> = {
  -readonly [Index in keyof Reads]: AnswerTo<Reads[Index]>;
};

/** Reads from the database. Every answer also says which tables it depends on. */
export interface Reader {
  <C extends ReadCommand>(command: C, ...args: Parameters<Commands[C]>): Promise<ReturnType<Commands[C]>>;
  /** Several reads with no write in between. An undefined read has an undefined answer. */
  together<const Reads extends readonly (Read | undefined)[]>(reads: Reads): Promise<AnswersTo<Reads>>;
}

/**
 * `send` asks the database. `onTables` receives the tables that an answer depends on, before the caller receives the
 * answer.
 */
export function createReader(
  send: (reads: readonly Read[]) => Promise<ReadsTogether>,
  onTables: (tables: readonly Table[]) => void = () => undefined,
): Reader {
  async function together(reads: readonly (Read | undefined)[]): Promise<unknown[]> {
    const asked = reads.filter((read) => read !== undefined);
    if (asked.length === 0) return reads.map(() => undefined);
    const { values, tables } = await send(asked);
    onTables(tables);
    const answers = values.values();
    return reads.map((read) => (read === undefined ? undefined : answers.next().value));
  }
  const single = async (...read: Read) => (await together([read]))[0];
  // The database answers with the types that `Commands` declares: both sides share them.
  return Object.assign(single, { together }) as unknown as Reader;
}
