import type { EventCost } from './event-cost';
import type { CountQuality, LlmMode } from './usage-event';

/**
 * What a member publishes about one day of a linked project (docs/decisions/0026-teams.md): the sum of all events that
 * agree in every text of the row and in whether their output count is final. An array, because a month has hundreds.
 */
export type TeamRow = readonly [
  /** Civil, in the member's reporting zone. */
  day: string,
  source: string,
  /** '' if it is unknown, as is a model. */
  provider: string,
  model: string,
  eventType: string,
  llmMode: LlmMode,
  /** In the order of `counterNames`. */
  inputTokens: number,
  cacheReadTokens: number,
  cacheWrite5mTokens: number,
  cacheWrite1hTokens: number,
  outputTokens: number,
  reasoningTokens: number,
  /** As the member's device knows it; null if and only if the basis is `unpriced`. */
  costNanoUsd: number | null,
  costBasis: EventCost['costBasis'],
  countQuality: CountQuality,
  /** How many events it sums. */
  events: number,
  /** 1 if their output counts are lower bounds, else 0. */
  isNotFinal: 0 | 1,
  /**
   * Only in rows of an organisation's records (`observers`), which several members may import: 32 hexadecimal digits
   * that are equal exactly if the same events are summed. A provider's daily buckets aren't summed.
   */
  mark?: string,
];

/** The day rows of one project and month from one browser of a member. */
export interface TeamMonth {
  projectId: string;
  month: string;
  memberId: string;
  /** Random; a member may use several browsers. */
  deviceId: string;
  /** Empty takes the month back. */
  rows: readonly TeamRow[];
}

/** A project of a team, as its owner named it. */
export interface TeamProject {
  id: string;
  name: string;
  client: string | null;
  isArchived: boolean;
}

/** How much of the team's stream was read; only `team/` knows what it means. */
export interface TeamCursor {
  /** The rights that it was read with: with others, everything is read again. */
  of: string;
  /** Everything that the server stored before was read, by its clock. */
  since: string;
}

interface BatchMember {
  id: string;
  name: string;
  /** What they published doesn't count. */
  isLeftOut?: true | undefined;
}

/** Part of a team's stream, for the team's own database. */
export interface TeamBatch {
  projects: readonly TeamProject[];
  members: readonly BatchMember[];
  months: readonly TeamMonth[];
  /** Null keeps the stored one: for months that were read before their turn. */
  cursor: TeamCursor | null;
  /** UTC milliseconds. */
  at: number;
}

export const teamName = /^[a-z][a-z0-9-]{0,30}$/;

/** The name of a team's database is this followed by the team's. */
export const teamPrefix = 'team-';

/** The team whose database has this name; undefined for a person's own ones. */
export function teamOf(database: string): string | undefined {
  const name = database.startsWith(teamPrefix) ? database.slice(teamPrefix.length) : '';
  return teamName.test(name) ? name : undefined;
}
