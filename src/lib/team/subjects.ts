import { isMonth } from '../model/months';
import { teamProjectId } from './roster';

/** The subjects of a team's messages. `scripts/sync-server.mjs` names them in the permissions. */
export interface MonthPlace {
  projectId: string;
  month: string;
  memberId: string;
  deviceId: string;
}

const device = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const streamOf = (team: string): string => `tt-t-${team}`;
export const allSubjects = (team: string): string => `tt.t.${team}.>`;
export const rosterSubject = (team: string): string => `tt.t.${team}.r.roster`;

export const monthSubject = (team: string, { projectId, month, memberId, deviceId }: MonthPlace): string =>
  `tt.t.${team}.d.${projectId}.${month}.${memberId}.${deviceId}`;

/** Months of everybody, or of one project, one month, or one member. */
export const monthsFilter = (
  team: string,
  { projectId = '*', month = '*', memberId = '*' }: Partial<MonthPlace>,
): string => `tt.t.${team}.d.${projectId}.${month}.${memberId}.*`;

/** Undefined for a subject that no Tokentab writes. */
export function monthPlaceOf(team: string, subject: string): MonthPlace | undefined {
  const [tt, t, name, d, projectId = '', month = '', memberId = '', deviceId = '', ...more] =
    subject.split('.');
  const isOurs = tt === 'tt' && t === 't' && name === team && d === 'd' && more.length === 0;
  if (!isOurs || !teamProjectId.test(projectId) || !isMonth(month) || !device.test(deviceId))
    return undefined;
  return { projectId, month, memberId, deviceId };
}
