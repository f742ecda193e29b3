import type { Page } from 'playwright';
import { pdf } from '../unit/documents/support';
import { expectNoViolations } from './support/axe';
import { controlled } from './support/controlled';
import { expect as usually, test } from './support/extraction';
import { createProject } from './support/public-calls';
import { open } from './support/tokentab';

// Reading twelve documents and asking a model take minutes on a busy machine.
const expect = usually.configure({ timeout: 120_000 });
test.setTimeout(600_000);

test.describe('with a real model', () => {
  // In a browser: the caller, the files, the lock of the queue and the pages work together with a real server.
  test('twelve documents are extracted, and the month counts what the server reports @service-worker', async ({
    app,
    server,
    watcher,
  }) => {
    watcher.allow(new RegExp(`request to another origin: ${server.origin}/`));
    // The caller proves that it can't reach our own origin.
    watcher.allow(/Content Security Policy|violates the following/);
    const page = await open(app.page, '/documents');
    await controlled(page);
    const projectId = await createProject(page, 'Northwind');
    await page.getByTestId('choose-documents').setInputFiles(documents(12));
    await expect(page.getByRole('heading', { name: 'Estimate for 12 documents' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'Extract 12 documents' })).toBeVisible();

    await addAddress(page, server.origin);
    // Only a browser refuses to read what a server doesn't share with this page.
    watcher.allow(/CORS policy|Failed to load resource/);
    server.intercept = (_request, response) => {
      response.writeHead(403).end();
      return true;
    };
    await page.getByRole('button', { name: 'Look for models' }).click();
    await expect(page.getByText('A program answers, but it doesn’t allow this page.')).toBeVisible();
    await expect(page.locator('code', { hasText: new URL(page.url()).origin })).toBeVisible();
    await expectNoViolations(page, 'an address that refuses this page');
    server.intercept = () => false;
    await page.getByRole('button', { name: 'Look for models' }).click();
    await expect(page.getByText('1 model found.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Look for models' })).toBeFocused();
    await describeFields(page);
    await expectNoViolations(page, 'the setup');

    await page.getByRole('button', { name: 'Try with one document' }).click();
    await expect(page.getByText('From 1 answer of this model at this address')).toBeVisible();
    expect(server.usage).toHaveLength(1);
    await page.getByRole('button', { name: /^Send 11 documents to 127\.0\.0\.1/ }).click();
    await expect(page.getByText('Finished', { exact: true })).toHaveCount(2, { timeout: 120_000 });
    await expect(page.getByRole('cell', { name: 'Extracted' })).toHaveCount(12);
    expect(server.usage).toHaveLength(12);
    const { totalTokens } = await page.evaluate(() => window.tokentab.getGlobalUsageStats());
    expect(totalTokens).toBe(server.totalTokens);
    await expectNoViolations(page, 'the documents');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download results: CSV' }).click();
    expect((await download).suggestedFilename()).toBe('Northwind.csv');

    await page.getByRole('link', { name: 'cv-1.pdf' }).click();
    await expect(page.getByText('worked for company number 1 ')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Values' })).toBeVisible();
    await expectNoViolations(page, 'a result');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('link', { name: 'All documents' }).click();
    await expect(page.getByRole('cell', { name: 'Accepted' })).toHaveCount(1);

    const { batches, documents: extracted } = await page.evaluate(
      (id) => window.tokentab.getExtractions(id),
      projectId,
    );
    expect(batches).toMatchObject([
      { state: 'finished', lostCalls: 0 },
      { state: 'finished', lostCalls: 0 },
    ]);
    expect(batches.reduce((sum, { usedTokens }) => sum + usedTokens, 0)).toBe(totalTokens);
    expect(Object.keys(extracted[0]?.values ?? {})).toEqual(['programs', 'level']);
    const estimate = await page.evaluate(() =>
      window.tokentab.estimateDocuments([new File(['Dear Charles'], 'letter.txt')], { model: 'gpt-5' }),
    );
    expect(estimate.documents).toEqual([{ name: 'letter.txt', tokens: 2, pages: null, problem: null }]);

    // Content is in neither the database nor its exports and backups, and one press deletes it.
    const exported = await page.evaluate(async () => (await window.tokentab.exportDatabase()).text());
    expect(exported).toContain('cv-1.pdf');
    expect(exported).not.toContain('worked for company');
    await open(page, '/settings');
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByRole('button', { name: /^Restore the backup of/ })).toBeVisible();
    const holding = (text: string) => page.evaluate(privateFilesWith, text);
    expect((await holding('cv-1.pdf')).filter((name) => name.includes('backup'))).not.toEqual([]);
    const texts = await holding('worked for company');
    expect(texts.filter((name) => !name.startsWith('documents/'))).toEqual([]);
    expect(texts).toHaveLength(12);
    const privacy = page.getByRole('region', { name: 'Privacy' });
    await expect(privacy).toContainText(`connect-src ${server.origin}`);
    await expect(privacy).toContainText('12 documents');
    await expectNoViolations(page, 'the settings');
    await privacy.getByRole('button', { name: 'Delete all text and results' }).click();
    await expect(privacy).toContainText('No text or result of a document is kept');
    expect(await holding('worked for company')).toEqual([]);
    await open(page, `/extraction?project=${projectId}`);
    await expect(page.getByText('Text and results were deleted.')).toHaveCount(12);
    const after = await page.evaluate((id) => window.tokentab.getUsageStatsByProject(id), projectId);
    expect(after.totalTokens).toBe(server.totalTokens);
  });
});

const documents = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `cv-${index + 1}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf([`Ada Lovelace worked for company number ${index + 1} as a programmer`])),
  }));

async function addAddress(page: Page, origin: string): Promise<void> {
  await page.getByRole('button', { name: 'Add address' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(origin);
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Keyboard users continue where they were.
  await expect(page.getByRole('button', { name: 'Add address' })).toBeFocused();
}

/** Only what a model without any sense answers in a few tokens. */
async function describeFields(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'My own fields' }).check();
  await page.getByRole('textbox', { name: 'Name of field 1' }).fill('programs');
  await page.getByRole('combobox', { name: 'Type of field 1' }).selectOption('yes-no');
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('textbox', { name: 'Name of field 2' }).fill('level');
  await page.getByRole('combobox', { name: 'Type of field 2' }).selectOption('choice');
  await page.getByRole('textbox', { name: /^Choices of field 2/ }).fill('junior, senior');
}

/**
 * The files in the origin's private file system that contain a text, also compressed. A file that the app deletes
 * meanwhile, like a journal, doesn't count. Runs in the page.
 */
async function privateFilesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  const latin1 = new TextDecoder('latin1');
  async function visit(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await visit(handle, `${path}${name}/`);
      else {
        const file = await handle.getFile().catch((error: unknown) => {
          if (error instanceof DOMException && error.name === 'NotFoundError') return null;
          throw error;
        });
        if (file === null) continue;
        const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
        const isZipped = first === 0x1f && second === 0x8b;
        const stream = isZipped ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
        const bytes = await new Response(stream).arrayBuffer();
        if (latin1.decode(bytes).includes(text)) found.push(path + name);
      }
    }
  }
  await visit(await navigator.storage.getDirectory(), '');
  return found;
}
