/** A window that is covered paints nothing for a while. */
const longest = 100;

/** Settles once the frame that shows what was just done is on the screen; undefined where nothing is seen. */
export function nextPaint(): Promise<void> | undefined {
  if (document.hidden) return undefined;
  return new Promise((resolve) => {
    // A frame's callback comes before its painting, the next task after.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
