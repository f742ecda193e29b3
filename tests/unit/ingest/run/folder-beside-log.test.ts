import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { fixture } from '../../sources/support/fixtures';
import { chosenFile, inPlace, openTarget } from './database-target';

const names = ['cline-cli/7.messages.json', 'cline-cli/7.json'];
const files = names.map((name) => chosenFile(name, fixture(name)));

describe('a log whose folder is named in the file next to it', () => {
  it.each([
    ['log first', [files]],
    ['log last', [files.toReversed()]],
    ['in two imports, log first', files.map((file) => [file])],
    ['in two imports, log last', files.toReversed().map((file) => [file])],
  ])('belongs to that folder’s project: %s', async (_, imports) => {
    const { target, commands } = await openTarget();
    for (const each of imports) await importFiles(target, each, inPlace);
    const rows = commands.getUsageTotals({ from: '2020-01-01', to: '2099-12-31' }, 'project');
    const used = rows.filter(({ totalTokens }) => totalTokens > 0);
    const names = new Map(commands.getProjects().map(({ id, name }) => [id, name]));
    expect(used.map(({ key }) => names.get(key ?? ''))).toEqual(['engine']);
    // So the user isn't asked where it belongs.
    expect(commands.getUndecidedNames()).toEqual([]);
  });
});
