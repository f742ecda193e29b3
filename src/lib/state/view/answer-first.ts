import { afterNavigate, onNavigate } from '$app/navigation';
import { nextPaint } from '../shell/next-paint';
import { setPendingUrl, showsNumbers } from './view.svelte';

/**
 * Shows that a press was noticed before building another page, or other numbers on the same one (decision 14). Call
 * once, while the root layout is set up.
 */
export function answerFirst(): void {
  onNavigate(({ from, to }) => {
    const isSamePage = from?.route.id === to?.route.id;
    // While the user types into a list's search field, each letter must build on the address that the previous one
    // made.
    if (isSamePage && !showsNumbers()) return undefined;
    if (isSamePage) setPendingUrl(to?.url);
    return nextPaint();
  });
  afterNavigate(() => setPendingUrl(undefined));
}
