import { goto } from '$app/navigation';
import { measures } from '../../model/measure';
import { addMonths, monthOf } from '../../model/months';
import { monthLink, numbersLink } from '../../state/view/links';
import { settings } from '../../state/database/settings.svelte';
import { measureLink, shownMeasure } from '../../state/view/measure.svelte';
import { stepPeriod, type PeriodStep } from '../../state/view/step-period';
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
  const step = (text: string, key: string, to: PeriodStep, link: string): Action => ({
    text,
    section: 'month',
    keys: [key],
    // The stepper of a usage page handles the keys.
    isHandledElsewhere: true,
    run: () => (showsNumbers() ? stepPeriod(to) : goto(link)),
  });
  return [
    step(t.palette.previous, 'ArrowLeft', 'previous', monthLink(addMonths(current, -1))),
    step(t.palette.next, 'ArrowRight', 'next', monthLink(current)),
    step(t.palette.today, 't', 'current', monthLink()),
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
  return goto(numbersLink('/', viewQuery(view, settings.today)));
}
