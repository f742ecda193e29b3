import { tick } from 'svelte';

/**
 * Called before a list is redrawn: rows that Svelte moves lose the focus, so it is given back; where the focused row is
 * gone, the one that took its place gets it.
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
