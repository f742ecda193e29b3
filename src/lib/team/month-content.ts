import { isTimeZone } from '../model/civil-time';
import type { Problem } from '../model/problem';
import type { TeamRow } from '../model/team';
import { isTeamRow } from '../model/team-row';
import type { MonthPlace } from './subjects';

/** What a member publishes of one project and month, from one browser. */
export interface PublishedMonth extends MonthPlace {
  /** When it was published, in UTC milliseconds by the member's clock. */
  at: number;
  /** The IANA zone in which the member's days are cut. */
  zone: string;
  /** Empty takes back what was published before. */
  rows: readonly TeamRow[];
}

/** More than anyone can use in a day with one model, so that one member's invalid values can't distort the team's sums. */
const mostTokens = 100_000_000_000;
/** A row for each day, source, model and type; a heavy user has about 70 in a month. */
export const mostRows = 20_000;

/** The content of a message. What decides whether it must be published again comes first. */
export function writeMonth(
  team: string,
  { projectId, month, memberId, deviceId, at, zone, rows }: PublishedMonth,
): { content: string; compared: string } {
  const compared = JSON.stringify({ zone, rows });
  const about = { format: 1, team, project: projectId, month, member: memberId, device: deviceId, at };
  return { content: `${JSON.stringify(about).slice(0, -1)},${compared.slice(1)}`, compared };
}

/**
 * Reads a message that its member may have filled with anything.
 * @param place that its subject names
 */
export function readMonth(team: string, place: MonthPlace, content: string): PublishedMonth | Problem {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return 'team-month-unreadable';
  }
  if (typeof read !== 'object' || read === null) return 'team-month-unreadable';
  const month = read as Partial<Record<string, unknown>>;
  const isHere =
    month['team'] === team &&
    month['project'] === place.projectId &&
    month['month'] === place.month &&
    month['member'] === place.memberId &&
    month['device'] === place.deviceId;
  if (!isHere) return 'team-month-forged';
  const { format, at, zone, rows } = month;
  if (format !== 1) return implausible('format');
  if (!Number.isSafeInteger(at) || Number(at) < 0) return implausible('at');
  if (typeof zone !== 'string' || !isTimeZone(zone)) return implausible('zone');
  if (!Array.isArray(rows) || rows.length > mostRows) return implausible('rows');
  const cuts = new Set<string>();
  for (const row of rows as unknown[]) {
    if (!isTeamRow(row, place.month)) return implausible('row');
    if (row.slice(6, 12).some((count) => Number(count) >= mostTokens)) return implausible('tokens');
    if (row.includes('__proto__')) return implausible('name');
    cuts.add(JSON.stringify([row.slice(0, 6), row.slice(13, 15), ...row.slice(16)]));
  }
  // Two rows of the same cut would be one event in the database.
  if (cuts.size < rows.length) return implausible('row');
  return { ...place, at: Number(at), zone, rows: rows as TeamRow[] };
}

const implausible = (field: string): Problem => ({ code: 'team-month-implausible', field });
