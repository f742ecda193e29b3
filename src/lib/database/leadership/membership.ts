import { TokentabError, toErrorData } from '../../model/errors';
import type { Answer, ConnectionStatus, TabMessage, Version, WorkerMessage } from '../../protocol/messages';
import type { Table } from '../../protocol/commands';
import { CallQueue } from './call-queue';
import { compareVersions } from './compare-versions';
import { Leader, type OpenDatabase } from './leader';
import type { LockEvents, LockQueue } from './lock-queue';
import { startSilenceTimer } from './silence-timer';
import type { TabChannel } from './tab-channel';
import { UnansweredCalls, type Call } from './unanswered-calls';

export interface MembershipOptions {
  tabId: string;
  version: Version;
  toPage(message: WorkerMessage, transfer?: Transferable[]): void;
  openChannel(onMessage: (message: TabMessage) => void): TabChannel;
  queueForLock(events: LockEvents): LockQueue;
  /** Opens and migrates. Called only while the lock is held. */
  openDatabase(onUpgraded: (share: number) => void): Promise<OpenDatabase>;
}

type Role =
  | { kind: 'waiting' }
  | { kind: 'opening' }
  | { kind: 'follower'; epoch: string }
  | { kind: 'leader'; leader: Leader; release: () => void }
  | { kind: 'outdated' | 'failed'; error: TokentabError };

/**
 * This tab's side of the leader election. It waits for the lock and until then forwards its page's calls to the leader.
 * Every call of its page is answered exactly once, even if the leader changes. One class, although it is long: each
 * transition is only right together with the others.
 */
export class Membership {
  readonly #options: MembershipOptions;
  readonly #unanswered = new UnansweredCalls();
  /** Calls waiting for this tab as the leader, from its own page and from other tabs. */
  readonly #queue = new CallQueue();
  readonly #channel: TabChannel;
  readonly #lock: LockQueue;
  readonly #silence = startSilenceTimer(() => this.#onSilence());
  #role: Role = { kind: 'waiting' };

  constructor(options: MembershipOptions) {
    this.#options = options;
    this.#setStatus({ state: 'connecting' });
    // Listen before requesting the lock, or an announcement in between would be missed.
    this.#channel = options.openChannel((message) => this.#onTabMessage(message));
    this.#lock = options.queueForLock({
      onHeld: (release) => void this.#onHeld(release),
      onError: (error) => this.#fail(asTokentabError(error)),
    });
    this.#ask();
    this.#lock.join();
  }

  call(call: Call): void {
    this.#unanswered.add(call);
    this.#send(call);
  }

  forget(id: string): void {
    this.#unanswered.remove(id);
    this.#queue.remove(id);
  }

  /** Checks that the open database's files still exist, and retries opening if other tabs had prevented it. */
  async check(): Promise<void> {
    if (this.#role.kind === 'failed' && this.#role.error.code === 'StorageBusy') this.#lock.join();
    if (this.#role.kind !== 'leader' || this.#role.leader.gone) return;
    const { leader } = this.#role;
    if (await leader.database.isStillThere()) {
      await leader.database.noteStored();
      return;
    }
    const error = new TokentabError('StorageGone', 'storage-cleared');
    leader.giveUp(error);
    // Keep the lock: the next leader would open an empty database, and this tab's error would disappear.
    this.#announce(leader);
    this.#setStatus({ state: 'failed', error: toErrorData(error) });
  }

  #send(call: Call): void {
    switch (this.#role.kind) {
      case 'leader':
        this.#lead(this.#role.leader, call, (answer) => this.#answer(call.id, answer));
        break;
      case 'follower':
        this.#channel.post({ kind: 'call', from: this.#options.tabId, ...call });
        this.#silence.start();
        break;
      case 'outdated':
      case 'failed':
        this.#answer(call.id, { ok: false, error: toErrorData(this.#role.error) });
        break;
      case 'waiting':
      case 'opening':
      // Kept in #unanswered, which is sent to the next leader.
    }
  }

  #sendAll(): void {
    for (const call of this.#unanswered.all()) this.#send(call);
  }

  #lead(leader: Leader, call: Call, reply: (answer: Answer) => void): void {
    this.#queue.add(call.id, () => {
      const wasReadOnly = leader.readOnly !== undefined;
      const { answer, changed } = leader.run(call);
      reply(answer);
      if (leader.readOnly && !wasReadOnly) {
        this.#announce(leader);
        this.#setStatus(statusOf(leader));
      }
      this.#announceChange(leader, changed);
      // On a full disk, the browser may delete the files of an open site; writing to them then still succeeds.
      const hasFailed = !answer.ok && ['StorageFull', 'Corrupt', 'Unexpected'].includes(answer.error.code);
      if (hasFailed || call.command === 'finishImport') void this.check();
    });
  }

  #announceChange(leader: Leader, tables: readonly Table[]): void {
    if (tables.length === 0) return;
    this.#channel.post({ kind: 'changed', epoch: leader.epoch, tables });
    this.#options.toPage({ kind: 'changed', tables });
  }

  #answer(id: string, answer: Answer): void {
    // Two leaders in a row may answer the same call; the page gets the first answer.
    if (!this.#unanswered.remove(id)) return;
    const isBytes =
      answer.ok && answer.value instanceof Uint8Array && answer.value.buffer instanceof ArrayBuffer;
    this.#options.toPage(
      { kind: 'answer', id, answer },
      isBytes ? [(answer.value as Uint8Array<ArrayBuffer>).buffer] : [],
    );
    if (this.#unanswered.size === 0 && this.#role.kind === 'follower') this.#silence.stop();
  }

  #onTabMessage(message: TabMessage): void {
    switch (message.kind) {
      case 'who':
        if (this.#role.kind === 'leader') this.#announce(this.#role.leader);
        break;
      case 'call':
        // Only the leader answers. Calls that arrive before it is ready are sent again in its new epoch.
        if (this.#role.kind === 'leader') {
          const { from, id, command, args } = message;
          const { leader } = this.#role;
          this.#lead(leader, { id, command, args }, (answer) =>
            this.#channel.post({ kind: 'answer', to: from, id, epoch: leader.epoch, answer }),
          );
        }
        break;
      case 'leader':
        this.#onLeader(message);
        break;
      case 'answer':
        this.#silence.reset();
        if (message.to === this.#options.tabId) this.#answer(message.id, message.answer);
        break;
      case 'changed':
        this.#silence.reset();
        this.#options.toPage({ kind: 'changed', tables: message.tables });
        break;
      case 'gone':
        // Keep following it: it answers every call with the reason, and the export with the data.
        this.#follow(message.epoch, { state: 'failed', error: message.error });
        break;
      case 'step-down':
        if (compareVersions(message.version, this.#options.version) > 0) this.#retire();
    }
  }

  #onLeader({ epoch, version, readOnly }: Extract<TabMessage, { kind: 'leader' }>): void {
    const difference = compareVersions(version, this.#options.version);
    if (difference > 0) this.#retire();
    if (difference < 0) this.#channel.post({ kind: 'step-down', version: this.#options.version });
    if (difference !== 0) return;
    this.#follow(epoch, { state: 'ready', role: 'follower', epoch, readOnly });
  }

  #follow(epoch: string, status: ConnectionStatus): void {
    const { kind } = this.#role;
    // Late messages from a former leader.
    if (kind === 'outdated' || kind === 'opening' || kind === 'leader') return;
    this.#silence.reset();
    if (this.#role.kind === 'follower' && this.#role.epoch === epoch) {
      if (status.state === 'failed' || (status.state === 'ready' && status.readOnly)) this.#setStatus(status);
      for (const call of this.#unanswered.takeOverdue()) this.#send(call);
      return;
    }
    // A tab that failed to open the database can follow one that succeeded, without a reload.
    if (kind === 'failed') this.#lock.join();
    this.#role = { kind: 'follower', epoch };
    this.#setStatus(status);
    if (this.#unanswered.size === 0) this.#silence.stop();
    this.#sendAll();
  }

  async #onHeld(release: () => void): Promise<void> {
    if (this.#isOutdated()) {
      release();
      return;
    }
    this.#role = { kind: 'opening' };
    this.#silence.stop();
    this.#setStatus({ state: 'connecting' });
    let database: OpenDatabase;
    try {
      database = await this.#options.openDatabase((upgraded) =>
        this.#setStatus({ state: 'connecting', upgraded }),
      );
    } catch (error) {
      // Release the lock so that another tab can try: the reason may not apply there.
      release();
      this.#fail(asTokentabError(error));
      return;
    }
    // A newer build may have announced itself while the files were being opened.
    if (this.#isOutdated()) {
      closeAndRelease(database, release);
      return;
    }
    const leader = new Leader(database, crypto.randomUUID());
    this.#role = { kind: 'leader', leader, release };
    this.#setStatus(statusOf(leader));
    this.#announce(leader);
    this.#sendAll();
  }

  #announce(leader: Leader): void {
    const { epoch } = leader;
    if (leader.gone) this.#channel.post({ kind: 'gone', epoch, error: toErrorData(leader.gone) });
    else
      this.#channel.post({
        kind: 'leader',
        epoch,
        version: this.#options.version,
        readOnly: leader.readOnly,
      });
  }

  #isOutdated(): boolean {
    return this.#role.kind === 'outdated';
  }

  /** A newer build is open, so this one must stop writing. */
  #retire(): void {
    if (this.#isOutdated()) return;
    const former = this.#role;
    const error = new TokentabError('NewerData', 'newer-tab-open');
    this.#role = { kind: 'outdated', error };
    this.#silence.stop();
    this.#queue.close();
    this.#lock.leave();
    this.#setStatus({ state: 'outdated' });
    this.#sendAll();
    if (former.kind === 'leader') closeAndRelease(former.leader.database, former.release);
  }

  #fail(error: TokentabError): void {
    if (this.#isOutdated()) return;
    this.#role = { kind: 'failed', error };
    this.#silence.stop();
    this.#setStatus({ state: 'failed', error: toErrorData(error) });
    this.#sendAll();
    // Another tab may have become the leader and announced itself in the meantime.
    this.#channel.post({ kind: 'who' });
  }

  /**
   * No message for two seconds. A page in the back/forward cache can hold the lock and starve the queue, and only
   * another request evicts it. Asking again doesn't harm a leader that is merely busy.
   */
  #onSilence(): void {
    this.#lock.renew();
    this.#ask();
  }

  #ask(): void {
    this.#unanswered.markOverdue();
    this.#channel.post({ kind: 'who' });
    this.#silence.start();
  }

  #setStatus(status: ConnectionStatus): void {
    this.#options.toPage({ kind: 'status', status });
  }
}

function statusOf({ epoch, readOnly }: Leader): ConnectionStatus {
  return { state: 'ready', role: 'leader', epoch, readOnly };
}

function closeAndRelease(database: OpenDatabase, release: () => void): void {
  try {
    database.close();
  } finally {
    // Even if closing failed, or no other tab could ever open the database.
    release();
  }
}

function asTokentabError(error: unknown): TokentabError {
  if (error instanceof TokentabError) return error;
  return new TokentabError('Unexpected', 'database-not-opened', error);
}
