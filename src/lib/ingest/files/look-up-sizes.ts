import type { ChosenFile } from './chosen-file';

/** In milliseconds: half of what a task may take before users notice. */
const sliceMs = 25;

/**
 * Makes the browser look up the size and time of every file, in short tasks. For a chosen file it does so on first
 * access, on the page's own thread, and a folder can hold thousands.
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
