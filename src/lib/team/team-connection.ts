import { WorkerAsker } from '../model/ask-worker';
import { TokentabError } from '../model/errors';
import type { TeamCursor } from '../model/team';
import { CarrierProblem } from '../sync/carrier';
import type { ReadBatch } from './month-reader';
import type { Roster, RosterDraft } from './roster';
import type { PublishJob, PublishReport } from './team-carrier';
import type { TeamAnswers, TeamOutcome, TeamRequest } from './worker-messages';

/** A `TeamCarrier` in a worker of its own. Its methods throw as the carrier's do. */
export class TeamConnection {
  readonly #asker = new WorkerAsker(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tokentab-team' }),
    (detail) => new TokentabError('Unexpected', 'team-worker-stopped', detail),
  );

  static async open(url: string, team: string, identity: string): Promise<TeamConnection> {
    const connection = new TeamConnection();
    try {
      await connection.#ask({ kind: 'open', url, team, identity });
    } catch (error) {
      connection.#end();
      throw error;
    }
    return connection;
  }

  syncRoster(known: Roster | null): Promise<Roster | null> {
    return this.#ask({ kind: 'sync-roster', known });
  }

  /** Finishes the draft and writes it. @returns what was written */
  writeRoster(before: Roster | null, draft: RosterDraft): Promise<Roster> {
    return this.#ask({ kind: 'write-roster', before, draft });
  }

  publish(job: PublishJob): Promise<PublishReport> {
    return this.#ask({ kind: 'publish', job });
  }

  async *read(roster: Roster, cursor: TeamCursor | null, runningMonth: string): AsyncGenerator<ReadBatch> {
    await this.#ask({ kind: 'read', roster, cursor, runningMonth });
    // Opens the next batch while the caller stores this one.
    let coming = this.#ask({ kind: 'next' });
    for (let batch = await coming; batch !== null; batch = await coming) {
      coming = this.#ask({ kind: 'next' });
      // It is awaited only after the caller is done.
      coming.catch(() => undefined);
      yield batch;
    }
  }

  async close(): Promise<void> {
    try {
      await this.#ask({ kind: 'close' });
    } finally {
      this.#end();
    }
  }

  async #ask<Request extends TeamRequest>(request: Request): Promise<TeamAnswers[Request['kind']]> {
    const outcome = await this.#asker.ask<TeamOutcome<Request['kind']>>(request);
    if ('problem' in outcome) throw new CarrierProblem(outcome.problem);
    return outcome.value;
  }

  #end(): void {
    this.#asker.end(new TokentabError('Cancelled', 'connection-closed'));
  }
}
