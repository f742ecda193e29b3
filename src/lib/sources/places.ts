/** Where a tool keeps its files. `~` is the user's home folder: `%USERPROFILE%` on Windows. */
export interface Places {
  /** The same on every system. */
  all?: readonly string[];
  macos?: readonly string[];
  windows?: readonly string[];
  linux?: readonly string[];
  /** Where an export is made, in the words of the page that makes it. */
  export?: readonly string[];
}

const systems = ['macos', 'windows', 'linux'] as const;

/** Paths below the home folder, the same on every system: `inHome('.claude/projects')`. */
export function inHome(...paths: readonly string[]): Places {
  return { all: paths.map((path) => `~/${path}`) };
}

/** A page or a program that makes the export, with the way to it. */
export function exportedFrom(...ways: readonly string[]): Places {
  return { export: ways };
}

/** Every place of all systems, each once. */
export function allPlaces(places: Places): readonly string[] {
  return [...new Set((['all', ...systems, 'export'] as const).flatMap((key) => places[key] ?? []))];
}
