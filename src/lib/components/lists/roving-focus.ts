import type { Attachment } from 'svelte/attachments';

/** Where a key leads from the item at an index; undefined for keys that don't move between items. */
export type Step = (key: string, at: number, count: number) => number | undefined;

/**
 * A step along items in a row or in a column.
 * @param isRound whether a step beyond an end leads to the other one
 */
export function along(axis: 'row' | 'column', isRound = false): Step {
  const [back, forth] = axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  return (key, at, count) => {
    const last = count - 1;
    if (key === back) return at > 0 ? at - 1 : isRound ? last : 0;
    if (key === forth) return at < last ? at + 1 : isRound ? 0 : last;
    return undefined;
  };
}

/**
 * For a list, menu or chart of which only one item is in the tab order: the arrow keys, Home and End move the focus
 * between its items.
 * @param selector matches the items in order
 */
export function rovingFocus(selector: string, step: Step): Attachment<HTMLElement | SVGElement> {
  return (list) => {
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const items = [...list.querySelectorAll<HTMLElement | SVGElement>(selector)];
      const at = items.findIndex((item) => item === document.activeElement);
      const ends: Partial<Record<string, number>> = { Home: 0, End: items.length - 1 };
      const to = ends[event.key] ?? step(event.key, at, items.length);
      if (to === undefined) return;
      event.preventDefault();
      // Elsewhere on the page, the arrow keys change the period.
      event.stopPropagation();
      items[to]?.focus();
    };
    list.addEventListener('keydown', move as EventListener);
    return () => list.removeEventListener('keydown', move as EventListener);
  };
}
