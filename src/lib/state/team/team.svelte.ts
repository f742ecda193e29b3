import { chosenDatabase } from '../../client/current';
import { browserPreferences } from '../../client/preferences';
import { TokentabError } from '../../model/errors';
import { whenNothingImports } from '../../model/import-lock';
import { monthOf } from '../../model/months';
import { teamOf } from '../../model/team';
import { CarrierProblem } from '../../sync/carrier';
import { hasSyncServer } from '../../sync/sync-server';
import type { Roster, RosterDraft, TeamMember, TeamRole } from '../../team/roster';
import type { PublishReport } from '../../team/team-carrier';
import type { TeamConnection } from '../../team/team-connection';
import { call } from '../database/connection.svelte';
import { settings } from '../database/settings.svelte';
import { serverUrl } from '../devices/server-url';
import { asTokentabError } from '../shell/errors';
import { deleteTeamDatabase } from './delete-database';
import { inTurns } from './in-turns';
import { monthsToPublish } from './published-months';
import { forgetStoredTeam, readStoredTeam, saveStoredTeam, type StoredTeam } from './stored-team';
import { teamOn } from './team-on';

/** How many rows the database stores at a time, in well under a second: other calls wait meanwhile. */
const mostRows = 4000;

/** Only one tab talks to the server at a time. */
const lockName = 'tokentab-team';

/** The user's team: what this browser publishes, and for owners and leads, what they read. */
class Team {
  /** Undefined if this browser is in no team. */
  stored = $state.raw<StoredTeam>();
  isLoaded = $state(false);
  /** Whether this site has a server; undefined until it was looked for, which takes a request. */
  hasServer = $state<boolean>();
  /** 'U….age1…', to give to an owner. */
  accessLine = $state('');
  isWorking = $state(false);
  /**
   * `gone`: no server answers. `full`: it has no space left. `refused`: it doesn't know this member, or not with this
   * right.
   */
  problem = $state.raw<'gone' | 'full' | 'refused' | TokentabError>();
  /** When the server was last compared, or read, in UTC milliseconds. */
  at = $state<number>();
  report = $state.raw<PublishReport>();
  /** While months are read: how many are still to come. */
  left = $state<number>();
  /** How many months couldn't be read in this session. */
  refused = $state(0);

  get roster(): Roster | null {
    return this.stored?.roster ?? null;
  }

  /** This member's entry; undefined until the owner has added them. */
  get self(): TeamMember | undefined {
    const [id] = this.accessLine.split('.');
    return this.roster?.members.find((member) => member.id === id);
  }

  get role(): TeamRole | undefined {
    return this.self?.role;
  }

  async load(): Promise<void> {
    const stored = await readStoredTeam();
    if (stored !== undefined) {
      const { accessLineOf } = await import('../../team/team-user');
      this.accessLine = await accessLineOf(stored.identity);
    }
    // Last, because pages show a command with the line as soon as there is a team.
    this.stored = stored;
    this.isLoaded = true;
  }

  async lookForServer(): Promise<boolean> {
    this.hasServer = await hasSyncServer(serverUrl());
    return this.hasServer;
  }

  /** Makes this browser's identity for a team. The owner, or the founder, then lets it in on the server. */
  async setUp(team: string, memberName: string, isFounder: boolean): Promise<void> {
    const { newTeamIdentity } = await import('../../team/team-user');
    const identity = await newTeamIdentity();
    const deviceId = crypto.randomUUID();
    await saveStoredTeam({
      ...{ id: 'team', team, memberName, identity, deviceId, isFounder },
      ...{ roster: null, links: [], mayHavePublished: false },
    });
    browserPreferences.set(teamOn, team);
    this.problem = this.at = this.report = undefined;
    await this.load();
    await this.compare();
  }

  /** Whether there is anything to tell or to ask the server. Also notices what another tab has changed. */
  async hasWork(): Promise<boolean> {
    this.stored = await readStoredTeam();
    const { stored } = this;
    if (stored === undefined) return false;
    if (chosenDatabase() === 'main') return stored.links.length > 0 || stored.mayHavePublished;
    return isOpen(stored);
  }

  /** Publishes, or reads in the team's database. Never throws: errors become `problem`. */
  async compare(): Promise<void> {
    try {
      await this.#withCarrier(async (carrier, stored) => {
        if (stored.roster === null) return;
        if (isOpen(stored)) await this.#read(carrier, stored.roster);
        // Never the sample, and never what other members have published.
        else if (chosenDatabase() === 'main') await this.#publish(carrier, stored);
      });
    } catch (error) {
      this.#explain(error);
    }
  }

  /** Links a project to one of the team, or with null unlinks it. The server hears of it as soon as it answers. */
  async link(projectId: string, teamProjectId: string | null): Promise<void> {
    await navigator.locks.request(lockName, async () => {
      const stored = await readStoredTeam();
      if (stored === undefined) return;
      const others = stored.links.filter((link) => link.projectId !== projectId);
      const links = teamProjectId === null ? others : [...others, { projectId, teamProjectId }];
      await this.#save({ ...stored, links, mayHavePublished: true });
    });
    await this.compare();
  }

  /**
   * Changes who is in the team, and its projects. Only for owners.
   * @throws `BadInput` if another owner has changed it meanwhile, or the server is gone, full or refuses
   */
  async change(edit: (draft: RosterDraft) => RosterDraft): Promise<void> {
    try {
      await this.#withCarrier(async (carrier, stored) => {
        const { roster } = stored;
        if (roster === null) return;
        const { team, name, members, projects } = roster;
        await this.#write(carrier, stored, roster, edit({ team, name, members, projects }));
      });
    } catch (error) {
      if (error instanceof CarrierProblem)
        throw new TokentabError('BadInput', `team-server-${error.reason}`, error);
      // Another owner's change, which this one is asked to look at.
      void this.compare();
      throw error;
    }
  }

  /**
   * Takes back what this browser has published, and forgets the team with what was read of it.
   * @param isKept forgets the team although the server can't be reached
   * @throws `CarrierProblem` if it isn't kept
   */
  async leave(isKept: boolean): Promise<void> {
    if (!isKept && this.roster !== null)
      await this.#withCarrier((carrier, stored) => this.#publish(carrier, { ...stored, links: [] }));
    if (this.stored !== undefined) await deleteTeamDatabase(this.stored.team);
    await forgetStoredTeam();
    browserPreferences.set(teamOn, null);
    this.stored = this.problem = this.at = this.report = undefined;
    this.accessLine = '';
  }

  async #publish(carrier: TeamConnection, stored: StoredTeam): Promise<void> {
    const { roster, deviceId, links } = stored;
    if (roster === null) return;
    await whenNothingImports();
    const months = await monthsToPublish(links, roster.markKey);
    const at = Date.now();
    this.report = await carrier.publish({ roster, deviceId, zone: settings.timeZone, at, months });
    if (links.length === 0) await this.#save({ ...stored, mayHavePublished: false });
  }

  async #read(carrier: TeamConnection, roster: Roster): Promise<void> {
    const { projects, members } = roster;
    this.refused = 0;
    const cursor = await call('getTeamCursor');
    // Even without new months: names may have changed.
    await call('replaceTeamMonths', { projects, members, months: [], cursor: null, at: Date.now() });
    for await (const batch of carrier.read(roster, cursor, monthOf(settings.today))) {
      const { months, cursor, left, refused } = batch;
      const turns = inTurns(months, mostRows);
      for (const [index, turn] of turns.entries()) {
        // Only the last one stores how far this batch has come.
        const read = index === turns.length - 1 ? cursor : null;
        await call('replaceTeamMonths', { projects, members, months: turn, cursor: read, at: Date.now() });
      }
      this.refused += refused.length;
      this.left = left;
    }
  }

  /** Connects, takes over the newest roster, and works. */
  async #withCarrier(work: (carrier: TeamConnection, stored: StoredTeam) => Promise<void>): Promise<void> {
    await navigator.locks.request(lockName, async () => {
      this.isWorking = true;
      try {
        // Another tab may have changed it, or left.
        const stored = await readStoredTeam();
        if (stored === undefined) return;
        const { TeamConnection } = await import('../../team/team-connection');
        const carrier = await TeamConnection.open(serverUrl(), stored.team, stored.identity);
        try {
          await work(carrier, await this.#takeOverRoster(carrier, stored));
        } finally {
          await carrier.close();
        }
        this.problem = undefined;
        this.at = Date.now();
      } finally {
        this.isWorking = false;
        this.left = undefined;
      }
    });
  }

  async #takeOverRoster(carrier: TeamConnection, stored: StoredTeam): Promise<StoredTeam> {
    const roster = await carrier.syncRoster(stored.roster);
    if (roster === null && stored.isFounder) {
      const [id = '', recipient = ''] = this.accessLine.split('.');
      const founder: TeamMember = { id, recipient, name: stored.memberName, role: 'owner', reads: [] };
      const draft = { team: stored.team, name: stored.team, members: [founder], projects: [] };
      return this.#write(carrier, stored, null, draft);
    }
    return this.#save({ ...stored, roster });
  }

  async #write(
    carrier: TeamConnection,
    stored: StoredTeam,
    before: Roster | null,
    draft: RosterDraft,
  ): Promise<StoredTeam> {
    const roster = await carrier.writeRoster(before, draft);
    return this.#save({ ...stored, roster });
  }

  async #save(stored: StoredTeam): Promise<StoredTeam> {
    await saveStoredTeam(stored);
    this.stored = stored;
    const isReader = this.role === 'owner' || this.role === 'lead';
    browserPreferences.set(teamOn, `${isReader ? '+' : ''}${stored.team}`);
    return stored;
  }

  #explain(error: unknown): void {
    if (error instanceof CarrierProblem) {
      this.problem = error.reason;
      return;
    }
    const known = asTokentabError(error);
    // The tab was closed or is no longer the leader, so another tab continues.
    if (!['Cancelled', 'LeaderLost', 'StorageGone'].includes(known.code)) this.problem = known;
  }
}

/** Whether this tab shows the usage of this team. */
const isOpen = ({ team }: StoredTeam): boolean => teamOf(chosenDatabase()) === team;

export const team = new Team();
