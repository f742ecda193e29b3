import type { ImportProblem } from '../../model/import-summary';
import { allPlaces } from '../../sources/places';
import { FileHead, isDatabase } from '../../sources/reading/head';
import { detectSource, isNameOfDatabase, sources } from '../../sources/registry';
import { endingOf, looksLikeLog } from './skip-rules';

/** A file that hasn't been opened yet. */
export interface FoundFile {
  path: string;
  open: () => Promise<File>;
}

/** Up to this many files with the same extension are all opened. */
const fewFiles = 2000;
const sampleSize = 100;
/** The most folders of which a file is in the sample. */
const foldersInSample = 400;
const headBytes = 4096;

/**
 * Returns the files of a large folder, such as a home folder, that may be logs. Opening a file takes the browser almost
 * a millisecond, and a home folder contains tens of thousands of JSON files. So if a subfolder has very many files with
 * the same extension, outside the folders of known tools, only a sample is opened. If none of it is a log, the rest is
 * skipped.
 */
export async function likelyLogs<Found extends FoundFile>(
  found: readonly Found[],
): Promise<{ files: Found[]; problems: ImportProblem[] }> {
  const files: Found[] = [];
  const problems: ImportProblem[] = [];
  const groups = new Map<string, Found[]>();
  const expected = new ExpectedFiles();
  for (const file of found) {
    if (expected.has(file.path)) files.push(file);
    else {
      const key = `${file.path.split('/').slice(0, 2).join('/')}\n${endingOf(file.path)}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [file]);
      else known.push(file);
    }
  }
  for (const group of groups.values()) {
    const [first] = group;
    const isAnyLog = async (): Promise<boolean> =>
      (await Promise.all(sampleOf(group).map(isLog))).includes(true);
    if (first === undefined || group.length <= fewFiles || (await isAnyLog())) {
      for (const file of group) files.push(file);
    } else
      problems.push({
        file: first.path,
        reason: { code: 'similar-files-skipped', extension: endingOf(first.path) },
        count: group.length,
        isHarmless: true,
      });
  }
  return { files, problems };
}

/** Files throughout the group, and one for each name of a folder: a tool's folders have names of their own. */
function sampleOf<Found extends FoundFile>(group: readonly Found[]): Found[] {
  const byFolder = new Map(group.map((file) => [file.path.split('/').at(-2), file]));
  return [...new Set([...spread([...byFolder.values()], foldersInSample), ...spread(group, sampleSize)])];
}

function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.ceil(items.length / most);
  return items.filter((_, index) => index % step === 0);
}

interface Place {
  /** `.gemini/tmp/` */
  folder: string;
  /** A folder that the path must contain as well. */
  within: string;
}

const places: readonly Place[] = sources
  .flatMap(({ places, within, siblings = [] }) =>
    [places, ...siblings.map((sibling) => sibling.places)].map((each) => ({ places: each, within })),
  )
  .flatMap(({ places, within }) => allPlaces({ ...places, export: [] }).map((place) => ({ place, within })))
  .filter(({ place }) => place.startsWith('~/'))
  .map(({ place, within }) => ({
    folder: `${place.slice('~/'.length)}/`,
    within: within === undefined ? '/' : `/${within}/`,
  }));

/** Files whose name or folder is that of a known log. */
class ExpectedFiles {
  private readonly folders = new Map<string, boolean>();

  has(path: string): boolean {
    const end = path.lastIndexOf('/') + 1;
    if (looksLikeLog(path) || isNameOfDatabase(path.slice(end).replace(/-wal$/, ''))) return true;
    const folder = path.slice(0, end);
    const known = this.folders.get(folder) ?? places.some((place) => isIn(place, folder));
    this.folders.set(folder, known);
    return known;
  }
}

/** Paths begin with the name of the chosen folder, which may be part of the place. Its last name alone proves too little. */
function isIn({ folder, within }: Place, path: string): boolean {
  if (!path.includes(within)) return false;
  if (path.startsWith(folder) || path.includes(`/${folder}`)) return true;
  const chosen = path.slice(0, path.indexOf('/') + 1);
  const at = folder.indexOf(`/${chosen}`) + 1;
  return at > 0 && at + chosen.length < folder.length && path.startsWith(folder.slice(at));
}

async function isLog({ path, open }: FoundFile): Promise<boolean> {
  try {
    const bytes = new Uint8Array(await (await open()).slice(0, headBytes).arrayBuffer());
    return isDatabase(bytes) || detectSource(FileHead.of(bytes, path)) !== null;
  } catch {
    // An unreadable file is reported when it is read.
    return false;
  }
}
