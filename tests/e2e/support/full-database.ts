import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { FirstTexts, LaterTexts } from '../../../src/lib/texts/texts';
import { claudeLine, importTexts } from './imports';
import { recordForClients } from './record';
import { open } from './tokentab';

type Texts = FirstTexts & LaterTexts;

/** Names that break layouts: words of 300 characters, a sentence of 300, and from right to left. */
export const hardNames = {
  endless: 'Unbreakable'.repeat(28).slice(0, 300),
  wordy: 'A project whose name somebody pasted from a contract '.repeat(6).slice(0, 300).trim(),
  rightToLeft: 'مشروع المتجر الإلكتروني الكبير '.repeat(4).trim(),
  client: 'Donaudampfschifffahrtsgesellschaft'.repeat(9).slice(0, 300),
  rightToLeftClient: 'שותפים ובניו בע״מ',
} as const;

const header =
  'start_time,end_time,start_time_iso,project_id,num_model_requests,model,input_tokens,output_tokens,input_cached_tokens';

/**
 * Fills in the sample data and what real data has as well: names that break layouts, projects without a client, an
 * archived and a deleted one, unassigned names, lower bounds, and an import with problems. Returns the id of the
 * project with the longest name.
 */
export async function fillDatabase(page: Page, t: Texts): Promise<string> {
  await open(page);
  await page.getByRole('button', { name: t.month.trySample }).click();
  await expect(page.getByRole('table', { name: t.projects.title })).toBeVisible();
  const at = new Date(Date.now() - 60_000).toISOString();
  await recordForClients(page, [
    { project: hardNames.endless, client: hardNames.client, at, tokens: 1_234_567 },
    { project: hardNames.wordy, client: hardNames.client, at, tokens: 98_765_432 },
    { project: hardNames.rightToLeft, client: hardNames.rightToLeftClient, at, tokens: 4_000_000 },
    { project: 'X', at, tokens: 1 },
  ]);
  const projectId = await page.evaluate(async (names) => {
    const projects = await window.tokentab.getProjects();
    const chosen = projects.filter(({ name }) => names.includes(name));
    for (const { id } of chosen) await window.tokentab.updateProjectPinned(id, true);
    return chosen.find(({ name }) => name === names[0])?.id ?? '';
  }, Object.values(hardNames));
  await importUnfinished(page, at);
  return projectId;
}

/** Imports two folders of one project, a lower bound, a broken line, and a foreign project that isn't assigned. */
async function importUnfinished(page: Page, timestamp: string): Promise<void> {
  const deep = `/home/ada/${'a-folder-with-a-long-name/'.repeat(8)}shop`;
  const lines = [
    claudeLine({ id: 'one', cwd: deep, timestamp, input: 5_000 }),
    claudeLine({ id: 'two', cwd: `${deep}/packages/ui`, timestamp, input: 700 }),
    claudeLine({ id: 'three', cwd: deep, timestamp, input: 20 })
      .replace('2.1.30', '2.1.20')
      .replace('"end_turn"', 'null'),
    '{"type":"assistant","message":{"usage":{"input_tokens":-4}}}',
    '{"type":"assistant","usage":',
  ].join('\n');
  const day = Math.floor(Date.parse(timestamp) / 86_400_000) * 86_400;
  const row = (project: string) =>
    `${day},${day + 86_400},${new Date(day * 1000).toISOString()},${project},1,gpt-5,30,0,0`;
  const csv = [header, row('proj_shop'), row(`proj_${'0123456789'.repeat(9)}`)].join('\n');
  await importTexts(page, [
    { name: `${'a-session-with-a-long-name-'.repeat(5)}.jsonl`, text: lines },
    { name: 'completions_usage_2026.csv', text: csv },
  ]);
}
