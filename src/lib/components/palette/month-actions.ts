import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { measures } from '../../model/measure';
import { addMonths, monthOf } from '../../model/months';
import { monthLink } from '../../state/shell/links';
import { settings } from '../../state/database/settings.svelte';
import { measureLink, shownMeasure } from '../../state/view/measure.svelte';
import { groupings, offeredPeriods, parseView, viewQuery, type View } from '../../state/view/view-address';
import { currentScope, showsNumbers, showView, splits } from '../../state/view/view.svelte';
import { t } from '../../texts/texts';
import type { Action } from './action';

/** Everything that the current usage page can show. On any other page, these actions lead to the month page. */
export function monthActions(): Action[] {
  return [...steps(), ...ranges(), ...splittings(), ...countings()];
}

function steps(): Action[] {
  const current = monthOf(settings.today);
  const step = (text: string, key: string, link: () => string): Action => ({
    text,
    section: 'month',
    keys: [key],
    isHandledElsewhere: true,
    // A usage page has a stepper that handles the keys itself, because it knows which period is shown.
    run: () => (showsNumbers() ? press(key) : goto(link())),
  });
  return [
    step(t.palette.previous, 'ArrowLeft', () => monthLink(addMonths(current, -1))),
    step(t.palette.next, 'ArrowRight', () => monthLink(current)),
    step(t.palette.today, 't', () => monthLink()),
  ];
}

function ranges(): Action[] {
  return offeredPeriods(settings.today).flatMap((period): Action[] =>
    period.kind === 'month' || period.kind === 'custom'
      ? []
      : [{ text: t.month.ranges[period.kind], section: 'month', run: () => show({ period }) }],
  );
}

function splittings(): Action[] {
  return groupings
    .filter((by) => splits(currentScope(), by, shownMeasure()))
    .map((by) => ({
      text: t.palette.groupBy(t.month.groupings[by]),
      section: 'month',
      run: () => show({ by }),
    }));
}

function countings(): Action[] {
  return measures
    .filter((measure) => measure !== shownMeasure())
    .map((measure) => ({
      text: t.cost.switchTo[measure],
      section: 'month',
      run: () => goto(measureLink(measure), { keepFocus: true, noScroll: true }),
    }));
}

function show(changes: Partial<View>): Promise<void> {
  if (showsNumbers()) return showView(changes);
  const usual = parseView(new URLSearchParams(), settings.today);
  const view = { ...usual, measure: shownMeasure(), ...changes };
  return goto(`${resolve('/')}?${viewQuery(view, settings.today)}`);
}

function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
