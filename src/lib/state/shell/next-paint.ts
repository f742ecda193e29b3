/** A covered window doesn't paint for a while, so wait no longer than this (milliseconds). */
const longest = 100;

/** Settles once the frame with the latest changes is on screen; undefined when the page isn't visible. */
export function nextPaint(): Promise<void> | undefined {
  if (document.hidden) return undefined;
  return new Promise((resolve) => {
    // An animation frame's callback runs before the paint, the next task after it.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
