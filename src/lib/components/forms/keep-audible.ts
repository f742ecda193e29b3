let audible: HTMLElement | undefined;
let home: Element | null = null;
let modals: readonly Element[] = [];

/**
 * An attachment for elements that must stay reachable and audible, such as live regions. A modal dialog makes the
 * rest of the page inert, and screen readers ignore changes there. So the element moves into the dialog, and back
 * when the dialog has closed.
 */
export function keepAudible(element: HTMLElement): () => void {
  audible = element;
  home = element.parentElement;
  return () => (audible = undefined);
}

/** Call when a modal dialog has opened. Returns a function to call when it has closed or was removed. */
export function moveAudible(dialog: Element): () => void {
  modals = [...modals, dialog];
  move();
  return () => {
    modals = modals.filter((each) => each !== dialog);
    move();
  };
}

function move(): void {
  const target = modals.at(-1) ?? home;
  if (audible === undefined || target === null || audible.parentElement === target) return;
  target.append(audible);
  // Moving a popover closes it. The one here holds the notifications and is open whenever it isn't empty.
  for (const popover of audible.querySelectorAll<HTMLElement>('[popover]'))
    if (popover.childElementCount > 0) popover.showPopover();
}
