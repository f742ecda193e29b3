import type { ChosenFile } from './chosen-file';

/** In milliseconds: half of what a task may take before users notice. */
const sliceMs = 25;

/**
 * Makes the browser look up the size and time of every file, in short tasks, and yields those of each task. For a chosen
 * file it does so on first access, on the page's own thread, which takes a tenth of a millisecond each.
 */
export async function* lookUpSizes(files: readonly ChosenFile[]): AsyncGenerator<ChosenFile[]> {
  let begunAt = performance.now();
  let some: ChosenFile[] = [];
  for (const each of files) {
    Reflect.get(each.file, 'size');
    some.push(each);
    if (performance.now() - begunAt < sliceMs) continue;
    yield some;
    some = [];
    await new Promise((resolve) => setTimeout(resolve));
    begunAt = performance.now();
  }
  if (some.length > 0) yield some;
}
