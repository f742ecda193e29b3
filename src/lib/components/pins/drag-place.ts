import { gapAt, rowAt } from '../../state/pins/pin-order';
import type { Place } from '../../state/pins/pin-drag.svelte';

/**
 * How far from the sidebar a pin must be dragged so that releasing it unpins it, in pixels. Far enough that nobody
 * does it by accident.
 */
const outside = 40;

interface Point {
  x: number;
  y: number;
}

/** The visible sidebar: next to the page, or in the drawer. */
export function pinArea(): Element | undefined {
  return [...document.querySelectorAll('[data-pin-area]')].find((area) => area.checkVisibility());
}

/** Where releasing the pointer would drop the project. */
export function placeUnder({ x, y }: Point, from: 'pins' | 'list'): Place {
  const area = pinArea();
  if (area === undefined) return undefined;
  const { left, right, top, bottom } = area.getBoundingClientRect();
  const list = area.querySelector('[data-pin-list]');
  const rect = list?.getBoundingClientRect();
  const rows = { top: rect?.top ?? 0, height: rect?.height ?? 0, count: list?.childElementCount ?? 0 };
  if (from === 'pins') return x < left - outside || x > right + outside ? 'out' : rowAt(y, rows);
  const isInside = x >= left && x <= right && y >= top && y <= bottom;
  return isInside ? gapAt(y, rows) : undefined;
}
