import { formatPercent } from '../../texts/format';
import { t } from '../../texts/texts';

/** How a number of tokens, or of anything else, has changed from before. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return now === 0 ? t.month.changeNone : t.month.changeNew;
  const change = (now - before) / before;
  if (change === 0) return t.month.changeNone;
  const percent = formatPercent(Math.abs(change));
  return change > 0 ? `+ ${t.month.changeUp(percent)}` : `− ${t.month.changeDown(percent)}`;
}
