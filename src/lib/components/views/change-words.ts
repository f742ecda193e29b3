import { formatPercent } from '../../texts/format';
import { t } from '../../texts/texts';

/** How a number has changed: '+80%', '−25%', or in words if it is new or the same. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return now === 0 ? t.month.changeNone : t.month.changeNew;
  const change = (now - before) / before;
  if (change === 0) return t.month.changeNone;
  const percent = formatPercent(Math.abs(change));
  return `${change > 0 ? '+' : '−'}${percent}`;
}
