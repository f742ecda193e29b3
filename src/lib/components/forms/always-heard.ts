let heard: HTMLElement | undefined;
let home: Element | null = null;
let modals: readonly Element[] = [];

/**
 * An attachment for what must be heard and reached whatever is open: a modal dialog makes the rest of the page inert, and
 * screen readers are silent about changes there. So it moves into the dialog, and back when that has closed.
 */
export function alwaysHeard(element: HTMLElement): () => void {
  heard = element;
  home = element.parentElement;
  return () => (heard = undefined);
}

/** To be called when a modal dialog has opened; gives what to call when it has closed or is gone. */
export function bringHeard(dialog: Element): () => void {
  modals = [...modals, dialog];
  move();
  return () => {
    modals = modals.filter((each) => each !== dialog);
    move();
  };
}

function move(): void {
  const target = modals.at(-1) ?? home;
  if (heard === undefined || target === null || heard.parentElement === target) return;
  target.append(heard);
  // On its way a popover closes; it is one of notifications, open whenever it holds any.
  for (const popover of heard.querySelectorAll<HTMLElement>('[popover]'))
    if (popover.childElementCount > 0) popover.showPopover();
}
