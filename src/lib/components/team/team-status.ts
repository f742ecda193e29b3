import { isTeamOpen } from '../../client/current';
import { settings } from '../../state/database/settings.svelte';
import { errorText } from '../../state/shell/errors';
import { team } from '../../state/team/team.svelte';
import { formatMoment, formatNumber } from '../../texts/format';
import { later } from '../../texts/later';

interface TeamStatus {
  kind: 'good' | 'notice' | 'quiet';
  text: string;
}

/** Where publishing, or reading, stands. Reactive. */
export function teamStatus(): TeamStatus {
  const { states } = later.team;
  const { problem, at, left, refused } = team;
  if (problem === 'gone' || problem === 'full' || problem === 'refused')
    return { kind: 'notice', text: states[problem] };
  if (problem !== undefined) return { kind: 'notice', text: `${later.team.failed} ${errorText(problem)}` };
  if (left !== undefined && left > 0) return { kind: 'quiet', text: states.reading(formatNumber(left)) };
  if (at === undefined) return { kind: 'quiet', text: team.isWorking ? states.working : states.waiting };
  const when = formatMoment(at, settings.timeZone);
  if (isTeamOpen())
    return refused === 0
      ? { kind: 'good', text: states.read(when) }
      : { kind: 'notice', text: `${states.read(when)} ${states.unreadable(refused)}` };
  return team.stored?.links.length === 0
    ? { kind: 'quiet', text: states.nothing }
    : { kind: 'good', text: states.published(when) };
}
