import { tick } from 'svelte';

/**
 * Call before redrawing a list that reuses its rows with new content, which is faster than moving them. The focus
 * follows the item it was on, to the same control in that item's new row. Each row identifies its item in `data-key`.
 * If the item is gone, the focus stays where it is.
 */
export async function followFocus(list: Element): Promise<void> {
  const focused = document.activeElement;
  const row = [...list.children].find((each) => each.contains(focused));
  if (!(row instanceof HTMLElement)) return;
  const { key } = row.dataset;
  const place = controls(row).findIndex((control) => control === focused);
  await tick();
  const now = [...list.children].find((each) => each instanceof HTMLElement && each.dataset['key'] === key);
  if (now === undefined || now === row) return;
  controls(now)[place]?.focus({ preventScroll: true });
}

const controls = (row: Element) => [...row.querySelectorAll<HTMLElement>('a, button')];
