import { TokentabError, toErrorData, type ErrorData } from '../../model/errors';
import { type Answer } from '../../protocol/messages';
import type { Command, Commands, Table } from '../../protocol/commands';
import type { Call } from './unanswered-calls';

/** An open database, as the leader uses it. */
export interface OpenDatabase {
  commands: Commands;
  /** The tables that a command changes; empty for a command that only reads. */
  changesOf(command: Command): readonly Table[];
  /** Whether a command can change the file, even if `changesOf` is empty. */
  writes(command: Command): boolean;
  /** Why it is open for reading only, if it is. */
  readOnly?: TokentabError;
  /** False if the site's data was cleared while the handles were open. */
  isStillThere(): Promise<boolean>;
  /** Records outside the database's files how much they contain, if that has changed. Never rejects. */
  noteStored(): Promise<void>;
  /** Releases every handle, so that the next leader can open the same files. */
  close(): void;
}

/** Enough for all calls that can be in flight at once. An answer to a change is small. */
const rememberedAnswers = 512;

/** Runs calls on the open database one after another. Commands are synchronous, so two never overlap. */
export class Leader {
  readonly epoch: string;
  readonly database: OpenDatabase;
  #gone: TokentabError | undefined;
  /** The first error that reported damage. Reading continues; nothing more is written. */
  #damage: ErrorData | undefined;
  /** The page's `call` has the types of `Commands`, but in a message the arguments are only a list. */
  readonly #commands: Map<string, (...args: unknown[]) => unknown>;
  readonly #answers = new Map<string, Answer>();

  constructor(database: OpenDatabase, epoch: string) {
    this.database = database;
    this.epoch = epoch;
    this.#commands = new Map(
      Object.entries(database.commands as unknown as Record<string, (...args: unknown[]) => unknown>),
    );
  }

  /** Why nothing can be written: no space when it was opened, or damage that was found since. */
  get readOnly(): ErrorData | undefined {
    return this.#damage ?? (this.database.readOnly && toErrorData(this.database.readOnly));
  }

  /** Why nothing can be read or written any more; set by `giveUp`. */
  get gone(): TokentabError | undefined {
    return this.#gone;
  }

  /**
   * Makes every later call fail with `reason`, except the export, which saves what the open connection still has.
   */
  giveUp(reason: TokentabError): void {
    this.#gone = reason;
  }

  run(call: Call): { answer: Answer; changed: readonly Table[] } {
    const earlier = this.#answers.get(call.id);
    // A call that is sent twice runs once: running an older change again would undo a newer one.
    if (earlier) return { answer: earlier, changed: [] };
    const answer = this.#answer(call);
    const tables = answer.ok ? this.database.changesOf(call.command) : [];
    if (tables.length === 0) return { answer, changed: [] };
    this.#remember(call.id, answer);
    return { answer, changed: tables };
  }

  #answer({ command, args }: Call): Answer {
    if (this.#gone && command !== 'exportDatabase') return { ok: false, error: toErrorData(this.#gone) };
    try {
      const run = this.#commands.get(command);
      if (!run) throw new TokentabError('BadInput', { code: 'no-such-command', command });
      const refusal = this.readOnly;
      if (refusal && this.database.writes(command)) return { ok: false, error: refusal };
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
