import { tick } from 'svelte';

/**
 * Called before a list is redrawn whose rows stay where they are and change what they say, which is quicker than moving them:
 * the focus goes along with what it was on, to the same control of the row that says it now. Each row names what it is about
 * in `data-key`. Where that is gone, the focus stays at its place.
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
