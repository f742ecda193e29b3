import { sources } from '../../sources/registry';
import { allPlaces, type Places } from '../../sources/places';
import type { Source } from '../../sources/source';

export type System = 'macos' | 'windows' | 'linux';

/** A tool that keeps its logs on this machine. */
export interface ToolPlaces {
  /** The source id of its usage. */
  id: string;
  name: string;
  paths: readonly string[];
  /** The browser refuses to open these folders in the picker; dropping one works. */
  isOnlyDropped: boolean;
}

/** The operating system that the browser reports. */
export function systemOf({ platform }: { platform: string }): System {
  if (/^(?:Mac|iP)/.test(platform)) return 'macos';
  return platform.startsWith('Win') ? 'windows' : 'linux';
}

/** Chromium blocks these folders and everything in them (`kBlockAllChildren` in its list of sensitive folders). */
const refused = /^~\/(?:Library|AppData|\.config)(?:\/|$)/;

/**
 * Every tool with a folder on this system, in the order of the registry. Those that write another tool's format come
 * last.
 * @param isChromium whether folders are chosen with the picker that refuses some
 */
export function toolsOn(system: System, isChromium: boolean): ToolPlaces[] {
  return [...sources, ...sources.flatMap(({ siblings = [] }) => siblings)]
    .map(({ id, name, places }) => ({ id, name, paths: pathsOn(system, places) }))
    .filter(({ paths }) => paths.length > 0)
    .map((tool) => ({
      ...tool,
      isOnlyDropped: isChromium && tool.paths.every((path) => refused.test(path)),
    }));
}

/** The names of the tools in whose places files with these paths are, on any system, in the order of the registry. */
export function toolsIn(paths: readonly string[]): string[] {
  // A folder of logs can hold thousands of files.
  const folders = [...new Set(paths.map((path) => `/${path.slice(0, path.lastIndexOf('/') + 1)}`))];
  const isThere = (place: string, within = ''): boolean => {
    const [name = '', inProject] = place.replace(/^~\//, '').split(' in a project');
    return inProject === undefined
      ? folders.some((folder) => folder.includes(`/${name}/`) && folder.includes(`/${within}`))
      : paths.some((path) => path.endsWith(`/${name}`));
  };
  const tools: readonly Pick<Source, 'name' | 'places' | 'within'>[] = [
    ...sources,
    ...sources.flatMap(({ siblings = [] }) => siblings),
  ];
  return tools
    .filter(({ places, within }) =>
      allPlaces({ ...places, export: [] }).some((place) => isThere(place, within)),
    )
    .map(({ name }) => name);
}

function pathsOn(system: System, places: Places): string[] {
  return [...(places.all ?? []), ...(places[system] ?? [])];
}
