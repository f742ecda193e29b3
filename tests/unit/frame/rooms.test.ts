import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { downwardsOnly } from '../../../eslint/rooms.js';

/** The message ids that the rule reports for one import in one file. */
function complaints(filename: string, code: string): (string | undefined)[] {
  const config = {
    plugins: { tokentab: { rules: { downwardsOnly } } },
    rules: { 'tokentab/downwardsOnly': 2 },
  } as const;
  const messages = new Linter({ cwd: process.cwd() }).verify(code, [{ files: ['**/*'], ...config }], {
    filename,
  });
  return messages.map((message) => message.messageId ?? message.message);
}

describe('imports run only downwards', () => {
  it.each([
    ['src/lib/components/chart.js', `import { open } from '$lib/database/open';`],
    ['src/lib/client/connection.js', `import { open } from '../database/open.ts';`],
    ['src/lib/model/months.js', `import { changedTables } from '../protocol/commands';`],
    ['src/lib/sources/claude-code.js', `export { scan } from '../ingest/scan';`],
    ['src/lib/database/open.js', `const state = await import('$lib/state/database/settings.svelte');`],
    ['src/lib/state/pins.js', `export * from '$lib/components/pins';`],
    ['src/lib/client/deep/er.js', `import schema from '../../../../migrations/0001_projects.sql?raw';`],
    ['src/lib/database/open.js', `import { load } from '../../routes/+page';`],
    ['src/service-worker.js', `import { call } from '$lib/client/call';`],
    ['src/lib/state/shell/toasts.js', `import { newId } from '../database/ids';`],
    ['src/lib/database/events/dimensions.js', `import { redate } from '../usage/redate';`],
    ['src/lib/database/sql/statements.js', `import { commands } from '../commands';`],
    ['src/lib/ingest/files/file-memory.js', `import { send } from '../run/batch-sender';`],
    ['src/lib/documents/contents/is-free.js', `import { run } from '../running/run-call';`],
    ['src/lib/components/export/view.js', `import { fetchMonthView } from '../views/month-view';`],
  ])('%s may not %s', (filename, code) => {
    expect(complaints(filename, code)).toEqual(['upwards']);
  });

  it.each([
    ['src/routes/+page.js', `import { Chart } from '$lib/components/chart';`],
    ['src/lib/components/chart.js', `import { live } from '../state/live';`],
    ['src/lib/database/open.js', `import schema from '../../../migrations/0001_projects.sql?raw';`],
    ['src/lib/database/open.js', `import { month } from '$lib/model/months';`],
    ['src/lib/client/connection.js', `import DatabaseWorker from '../database/worker?worker';`],
    ['src/lib/client/connection.js', `import { v7 } from 'uuid';`],
    ['src/routes/+layout.js', `import '$lib/styles/app.css';`],
    ['src/lib/state/start-app.js', `import { toasts } from './shell/toasts.svelte';`],
    ['src/lib/database/usage/redate.js', `import { keys } from '../events/event-key';`],
    ['tests/unit/anything.js', `import { open } from '$lib/database/open';`],
  ])('%s may %s', (filename, code) => {
    expect(complaints(filename, code)).toEqual([]);
  });

  it('reports a room or a folder that it does not know', () => {
    expect(complaints('src/routes/+page.js', `import '$lib/helpers/anything';`)).toEqual(['unknown']);
    expect(complaints('src/lib/state/start-app.js', `import './helpers/anything';`)).toEqual(['unknown']);
  });
});
