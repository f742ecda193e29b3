import { inHome } from '$lib/sources/places';
import type { Source } from '$lib/sources/source';

export const quillCli: Source = {
  id: 'quill-cli', // stored with every event, so never change it
  name: 'Quill CLI',
  certainty: 'documentation',
  places: inHome('.quill/logs'),
  growsByLines: true,
  detect: (head) => head.keysOfLines.some((keys) => keys.has('quill_session') && keys.has('input')),
  reader: () => import('./quill-cli/read'),
};
