/** @param file such as 'UniJIS-UCS2-H.bcmap' */
export type CharacterMapLoader = (file: string) => Promise<Uint8Array>;

/** Not as `new URL(…, import.meta.url)`, which Vite takes for the address of a file in the source. */
const here = import.meta.url;

/**
 * Loads a table of characters from our own site, which serves it next to this code (scripts/documents-apart.mjs). The
 * service worker keeps it.
 */
export const fetchCharacterMap: CharacterMapLoader = async (file) => {
  const response = await fetch(new URL(`cmaps/${file}`, here));
  // Some hosts answer a missing file with a page and status 200.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage) throw new Error(`There is no ${file}.`);
  return new Uint8Array(await response.arrayBuffer());
};
