import { tick } from 'svelte';

/**
 * Call before redrawing a list. Rows that Svelte moves lose the focus, so this gives it back; if the focused row is
 * gone, the row in its place gets it.
 */
export async function keepFocus(list: Element): Promise<void> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !list.contains(focused)) return;
  const index = [...list.children].findIndex((row) => row.contains(focused));
  await tick();
  if (document.activeElement === focused) return;
  const row = list.children[index] ?? list.lastElementChild;
  const target = focused.isConnected ? focused : row?.querySelector<HTMLElement>('a');
  target?.focus();
}
