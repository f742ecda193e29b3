import { afterNavigate, onNavigate } from '$app/navigation';
import { nextPaint } from '../shell/next-paint';
import { aimAt, showsNumbers } from './view.svelte';

/**
 * What was pressed is seen to answer before another page, or other numbers on the same one, are built (decision 6). To be
 * called once, while the root layout is set up.
 */
export function answerFirst(): void {
  onNavigate(({ from, to }) => {
    const isSamePage = from?.route.id === to?.route.id;
    // In a list that is searched each letter counts from the address that the one before it made.
    if (isSamePage && !showsNumbers()) return undefined;
    if (isSamePage) aimAt(to?.url);
    return nextPaint();
  });
  afterNavigate(() => aimAt(undefined));
}
