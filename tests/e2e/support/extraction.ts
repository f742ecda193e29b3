import type { Page } from 'playwright';
import { pdf } from '../../unit/documents/support';
import { expect, test as base } from './app';
import { controlled } from './controlled';
import { findServer } from './model/find-server';
import { ModelServer } from './model/model-server';
import { createProject } from './public-calls';

const program = findServer();
if (typeof program === 'string') console.warn(`Skipped: no model server for extraction. ${program}`);

export { expect };

/** With a real model server, which ends with the test, also if that fails. Skips tests where there is none. */
export const test = base.extend<{ server: ModelServer }>({
  server: async ({}, use) => {
    if (typeof program === 'string') base.skip(true, program);
    else await ModelServer.during(program, use);
  },
});

/** A project with waiting documents, and the server's address. */
export async function prepare(page: Page, server: ModelServer, count: number, round = ''): Promise<string> {
  await controlled(page);
  const projectId = await createProject(page, `Northwind ${round}`);
  const texts = Array.from({ length: count }, (_, index) => pdf([`Document ${index} of round ${round}`]));
  await page.evaluate(
    async ({ projectId, files }) => {
      const list = files.map((bytes, index) => new File([new Uint8Array(bytes)], `${index}.pdf`));
      const { problems } = await window.tokentab.addDocuments(projectId, list);
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
    },
    { projectId, files: texts.map((bytes) => [...bytes]) },
  );
  await page.goto(`/extraction?project=${projectId}`);
  if ((await page.getByRole('option').filter({ hasText: '127.0.0.1' }).count()) === 0) {
    await page.getByRole('button', { name: 'Add address' }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill(server.origin);
    await page.getByRole('textbox', { name: 'Name' }).fill('Here');
    await page.getByRole('button', { name: 'Save address' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  return projectId;
}

const fields = [{ name: 'programs', type: 'yes-no' as const }];

export const start = (page: Page, projectId: string, limitTokens?: number) =>
  page.evaluate(
    ({ projectId, fields, limitTokens }) =>
      window.tokentab.startExtraction({
        projectId,
        address: 'Here',
        model: 'tiny',
        fields,
        answerLimit: 100,
        ...(limitTokens !== undefined && { limitTokens }),
      }),
    { projectId, fields, limitTokens },
  );

export const batchesOf = (page: Page, projectId: string) =>
  page.evaluate(async (id) => (await window.tokentab.getExtractions(id)).batches, projectId);

/** Waits until the newest batch is finished or held. */
export const stopped = (page: Page, projectId: string) =>
  expect
    .poll(async () => (await batchesOf(page, projectId))[0]?.state, { timeout: 60_000 })
    .toMatch(/finished|held/);

export const finished = (page: Page, projectId: string) =>
  expect.poll(async () => (await batchesOf(page, projectId))[0]?.state, { timeout: 60_000 }).toBe('finished');
