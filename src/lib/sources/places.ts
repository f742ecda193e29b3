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

/** Below the folder for each system in which programs keep data of their own: `inAppData({ macos: 'Zed', … })`. */
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

/** Below the user folder of Visual Studio Code; editors descended from it differ in the folder `Code` alone. */
export function inEditors(path: string, editors: readonly string[] = ['Code']): Places {
  const below = (folder: string): string[] => editors.map((editor) => `~/${folder}/${editor}/User/${path}`);
  return {
    macos: below('Library/Application Support'),
    windows: below('AppData/Roaming'),
    linux: below('.config'),
  };
}

/** A page or a program that makes the export, with the way to it. */
export function exportedFrom(...ways: readonly string[]): Places {
  return { export: ways };
}

/** Every place of all systems, each once. */
export function allPlaces(places: Places): readonly string[] {
  return [...new Set((['all', ...systems, 'export'] as const).flatMap((key) => places[key] ?? []))];
}
