import type { FileHead } from './reading/head';
import type { Places } from './places';
import type { Source } from './source';

/** Cline's tasks in an editor, and those of the extensions that descend from it: one JSON list of messages a task. */
export const cline: Source = {
  id: 'cline',
  name: 'Cline',
  certainty: 'tool source',
  places: storageOf('saoudrizwan.claude-dev'),
  recordedCost: 'trusted',
  siblings: [
    { name: 'Roo Code', places: storageOf('rooveterinaryinc.roo-cline') },
    { name: 'Kilo Code', places: storageOf('kilocode.kilo-code') },
  ],
  detect: isTask,
  reader: () => import('./cline/read'),
};

/** Where Visual Studio Code keeps what an extension stores; editors descended from it differ in the folder `Code` alone. */
function storageOf(extension: string): Places {
  const inUser = `User/globalStorage/${extension}/tasks`;
  return {
    macos: [`~/Library/Application Support/Code/${inUser}`],
    windows: [`~/AppData/Roaming/Code/${inUser}`],
    linux: [`~/.config/Code/${inUser}`],
  };
}

function isTask({ text, keys }: FileHead): boolean {
  const type = keys.get('type');
  return /^\s*\[/.test(text) && keys.has('ts') && (type === 'say' || type === 'ask') && keys.has(type);
}
