/** Where a tool keeps its files. `~` is the user's home folder (`%USERPROFILE%` on Windows). */
export interface Places {
  /** Paths that are the same on every system. */
  all?: readonly string[];
  macos?: readonly string[];
  windows?: readonly string[];
  linux?: readonly string[];
  /** Where the export is created, in the words of that page. */
  export?: readonly string[];
}

const systems = ['macos', 'windows', 'linux'] as const;

/** Paths in the home folder that are the same on every system: `inHome('.claude/projects')`. */
export function inHome(...paths: readonly string[]): Places {
  return { all: paths.map((path) => `~/${path}`) };
}

/** Paths in each system's folder for application data: `inAppData({ macos: 'Zed', … })`. */
export function inAppData(name: {
  macos?: string;
  windows?: string;
  localWindows?: string;
  linux?: string;
}): Places {
  const windows = [
    ...(name.windows === undefined ? [] : [`~/AppData/Roaming/${name.windows}`]),
    ...(name.localWindows === undefined ? [] : [`~/AppData/Local/${name.localWindows}`]),
  ];
  return {
    ...(name.macos !== undefined && { macos: [`~/Library/Application Support/${name.macos}`] }),
    ...(windows.length > 0 && { windows }),
    ...(name.linux !== undefined && { linux: [`~/${name.linux}`] }),
  };
}

/**
 * Paths in the user folder of Visual Studio Code. Editors derived from it differ only in the name of the folder
 * `Code`.
 */
export function inEditors(path: string, editors: readonly string[] = ['Code']): Places {
  const below = (folder: string): string[] => editors.map((editor) => `~/${folder}/${editor}/User/${path}`);
  return {
    macos: below('Library/Application Support'),
    windows: below('AppData/Roaming'),
    linux: below('.config'),
  };
}

/** The page or program that creates the export, and the way there. */
export function exportedFrom(...ways: readonly string[]): Places {
  return { export: ways };
}

/** All places of all systems, without duplicates. */
export function allPlaces(places: Places): readonly string[] {
  return [...new Set((['all', ...systems, 'export'] as const).flatMap((key) => places[key] ?? []))];
}
