import { sources } from '../../sources/registry';
import type { Places } from '../../sources/places';

export type System = 'macos' | 'windows' | 'linux';

/** A tool that leaves its logs on this machine. */
export interface ToolPlaces {
  /** What its usage is stored under. */
  id: string;
  name: string;
  paths: readonly string[];
  /** The browser refuses to open these folders when they are chosen; dropping one works. */
  isOnlyDropped: boolean;
}

/** The system that a browser says it runs on. */
export function systemOf({ platform }: { platform: string }): System {
  if (/^(?:Mac|iP)/.test(platform)) return 'macos';
  return platform.startsWith('Win') ? 'windows' : 'linux';
}

/** Chromium keeps these, and all in them, from pages (`kBlockAllChildren` of its list of sensitive folders). */
const refused = /^~\/(?:Library|AppData|\.config)(?:\/|$)/;

/**
 * Every tool with a place on this system, those that write another one's format too, in the order of the registry.
 * @param isChromium whether folders are chosen by the picker that refuses some
 */
export function toolsOn(system: System, isChromium: boolean): ToolPlaces[] {
  return sources
    .flatMap(({ id, name, places, siblings = [] }) => [{ id, name, places }, ...siblings])
    .map(({ id, name, places }) => ({ id, name, paths: pathsOn(system, places) }))
    .filter(({ paths }) => paths.length > 0)
    .map((tool) => ({
      ...tool,
      isOnlyDropped: isChromium && tool.paths.every((path) => refused.test(path)),
    }));
}

function pathsOn(system: System, places: Places): string[] {
  return [...(places.all ?? []), ...(places[system] ?? [])];
}
