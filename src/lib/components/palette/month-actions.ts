import { goto } from '$app/navigation';
import { page } from '$app/state';
import { addMonths, monthOf } from '../../model/months';
import { monthLink } from '../../state/shell/links';
import { settings } from '../../state/database/settings.svelte';
import { t } from '../../texts/texts';
import type { Action } from './action';

/** Pages with a stepper, which hears the keys itself: it knows whose month it steps through. */
const stepped = ['/', '/project', '/client'];

/** Steps of the page that is shown; from any other page they lead to the month page. */
export function monthActions(): Action[] {
  const current = monthOf(settings.today);
  const step = (text: string, key: string, link: () => string): Action => ({
    text,
    section: 'month',
    keys: [key],
    isHeardElsewhere: true,
    run: () => (stepped.includes(page.route.id ?? '') ? press(key) : goto(link())),
  });
  return [
    step(t.palette.previous, 'ArrowLeft', () => monthLink(addMonths(current, -1))),
    step(t.palette.next, 'ArrowRight', () => monthLink(current)),
    step(t.palette.today, 't', () => monthLink()),
  ];
}

function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
