import type { FileHead } from './reading/head';
import { inEditors, inHome } from './places';
import type { Sibling, Source } from './source';

/** The tasks of Cline in an editor, and of the extensions derived from it: one JSON list of messages per task. */
export const cline: Source = {
  id: 'cline',
  name: 'Cline',
  certainty: 'tool source',
  places: { ...inHome('.cline/data/tasks'), ...inEditors('globalStorage/saoudrizwan.claude-dev/tasks') },
  recordedCost: 'trusted',
  siblings: [
    sibling('roo-code', 'Roo Code', 'rooveterinaryinc.roo-cline'),
    sibling('kilo-code', 'Kilo Code', 'kilocode.kilo-code'),
    sibling('zoo-code', 'Zoo Code', 'zoocodeorganization.zoo-code'),
    sibling('ibm-bob', 'IBM Bob', 'ibm.bob-code', ['IBM Bob', 'Bob-IDE']),
  ],
  detect: isTask,
  reader: () => import('./cline/read'),
};

function sibling(id: string, name: string, extension: string, editors?: readonly string[]): Sibling {
  return { id, name, folders: [extension], places: inEditors(`globalStorage/${extension}/tasks`, editors) };
}

function isTask({ text, keys }: FileHead): boolean {
  const type = keys.get('type');
  return /^\s*\[/.test(text) && keys.has('ts') && (type === 'say' || type === 'ask') && keys.has(type);
}
