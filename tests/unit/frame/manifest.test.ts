import { expect, it } from 'vitest';
import { manifest } from '../../../scripts/manifest.mjs';

it('the installed app opens logs and tables, and no file types that belong to other programs', () => {
  const handlers = manifest.file_handlers ?? [];
  expect(handlers.map(({ action }) => action)).toEqual(['/import']);
  const extensions = handlers.flatMap(({ accept }) => Object.values(accept).flat());
  expect(extensions.sort()).toEqual(['.csv', '.jsonl', '.ndjson']);
});
