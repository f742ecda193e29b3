import type { ImportProblem } from '../../model/import-summary';
import { allPlaces } from '../../sources/places';
import { FileHead, isDatabase } from '../../sources/reading/head';
import { detectSource, isNameOfDatabase, sources } from '../../sources/registry';
import { endingOf, looksLikeLog } from './skip-rules';

/** A file that hasn't been opened yet. */
interface FoundFile {
  path: string;
  open: () => Promise<File>;
}

/** Up to this many files with the same extension are all opened. */
const fewFiles = 2000;
const sampleSize = 100;
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
  for (const file of found) {
    if (isExpected(file.path)) files.push(file);
    else {
      const key = `${file.path.split('/').slice(0, 2).join('/')}\n${endingOf(file.path)}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [file]);
      else known.push(file);
    }
  }
  for (const group of groups.values()) {
    const [first] = group;
    const step = Math.ceil(group.length / sampleSize);
    const isAnyLog = async (): Promise<boolean> =>
      (await Promise.all(group.filter((_, index) => index % step === 0).map(isLog))).includes(true);
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

const folders = sources
  .flatMap(({ places, within, siblings = [] }) =>
    [places, ...siblings.map((sibling) => sibling.places)].map((each) => ({ places: each, within })),
  )
  .flatMap(({ places, within }) => allPlaces({ ...places, export: [] }).map((place) => ({ place, within })))
  .filter(({ place }) => place.startsWith('~/'))
  .map(({ place, within }) => ({
    folder: `/${place.slice('~/'.length)}/`,
    within: within === undefined ? '/' : `/${within}/`,
  }));

/** Whether the name or the folder is that of a known log. */
function isExpected(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (looksLikeLog(path) || isNameOfDatabase(name.replace(/-wal$/, ''))) return true;
  return folders.some(({ folder, within }) => path.includes(folder) && path.includes(within));
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
