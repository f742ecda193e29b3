import { TokentabError, toErrorData, type ErrorData } from '../../model/errors';
import { type Answer } from '../../protocol/messages';
import type { Command, Commands, Table } from '../../protocol/commands';
import type { Call } from './unanswered-calls';

/** An open database, as the leader uses it. */
export interface OpenDatabase {
  commands: Commands;
  /** Which tables a command changes; none for one that only reads. */
  changesOf(command: Command): readonly Table[];
  /** False where the site's data was cleared behind the open handles. */
  isStillThere(): Promise<boolean>;
  /** Notes outside of the files how much is in them, where that has changed. Never rejects. */
  noteStored(): Promise<void>;
  /** Gives every handle back, so that the next leader can open the same files. */
  close(): void;
}

/** Enough for every call that can be under way at once; an answer to a change is small. */
const rememberedAnswers = 512;

/** Runs calls on the open database, one after the other: commands are synchronous, so two never overlap. */
export class Leader {
  readonly epoch: string;
  readonly database: OpenDatabase;
  #gone: TokentabError | undefined;
  /** The first word of damage. Reading goes on; nothing is written from then on. */
  #damage: ErrorData | undefined;
  /** The page's `call` is typed by the same `Commands`; over the wire the arguments are only known as a list. */
  readonly #commands: Map<string, (...args: unknown[]) => unknown>;
  readonly #answers = new Map<string, Answer>();

  constructor(database: OpenDatabase, epoch: string) {
    this.database = database;
    this.epoch = epoch;
    this.#commands = new Map(
      Object.entries(database.commands as unknown as Record<string, (...args: unknown[]) => unknown>),
    );
  }

  /** Why nothing may be read or written any more, once `giveUp` was called. */
  get gone(): TokentabError | undefined {
    return this.#gone;
  }

  /** From now on every call fails with `reason`, except the export, which saves what the live connection still holds. */
  giveUp(reason: TokentabError): void {
    this.#gone = reason;
  }

  run(call: Call): { answer: Answer; changed: readonly Table[] } {
    const earlier = this.#answers.get(call.id);
    // A call that was sent twice is run once: a second run of an older order would undo a newer one.
    if (earlier) return { answer: earlier, changed: [] };
    const answer = this.#answer(call);
    const tables = answer.ok ? this.database.changesOf(call.command) : [];
    if (tables.length === 0) return { answer, changed: [] };
    this.#remember(call.id, answer);
    return { answer, changed: tables };
  }

  #answer({ command, args }: Call): Answer {
    if (this.#gone && command !== 'exportDatabase') return { ok: false, error: toErrorData(this.#gone) };
    if (this.#damage && this.database.changesOf(command).length > 0)
      return { ok: false, error: this.#damage };
    try {
      const run = this.#commands.get(command);
      if (!run) throw new TokentabError('BadInput', `There is no command “${command}”.`);
      return { ok: true, value: run(...args) };
    } catch (error) {
      const data = toErrorData(error);
      if (data.code === 'Corrupt') this.#damage ??= data;
      return { ok: false, error: data };
    }
  }

  #remember(id: string, answer: Answer): void {
    this.#answers.set(id, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= rememberedAnswers) break;
      this.#answers.delete(oldest);
    }
  }
}
