import type { ChosenFile } from './chosen-file';

/** Half of what a task may take before people feel it. */
const sliceMs = 25;

/**
 * Lets the browser look up the size of every file, in slices: of a chosen file it does so when it is first asked, on the
 * page's own thread, and a folder may hold thousands. Afterwards sizes and times are known.
 */
export async function lookUpSizes(files: readonly ChosenFile[]): Promise<void> {
  let begunAt = performance.now();
  for (const { file } of files) {
    Reflect.get(file, 'size');
    if (performance.now() - begunAt < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begunAt = performance.now();
  }
}
