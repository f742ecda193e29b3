import { chinesePdf, docx, paragraph, pdf } from '../unit/documents/support';
import { expect, test } from './support/app';
import { controlled } from './support/controlled';
import { open } from './support/tokentab';

// In a browser: a worker reads the files, the content security policy confines it, and the service worker caches it
// for offline use.
test('documents are counted, also offline, and nothing is stored @service-worker', async ({ app, site }) => {
  const page = await open(app.page, '/documents');
  const choose = async (files: { name: string; bytes: Uint8Array }[]) =>
    page.getByTestId('choose-documents').setInputFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    );
  const row = (name: string) => page.getByRole('row', { name });

  const cv = { name: 'cv.pdf', bytes: pdf(['Ada Lovelace wrote the first program']) };
  await choose([
    cv,
    { name: 'copy.pdf', bytes: cv.bytes },
    { name: 'scan.pdf', bytes: pdf(['']) },
    { name: 'letter.docx', bytes: docx(paragraph('Dear Charles')) },
    { name: 'chinese.pdf', bytes: chinesePdf(['程序员']) },
  ]);
  await expect(row('letter.docx')).toContainText('2');
  await expect(row('copy.pdf')).toContainText('It counts once.');
  await expect(row('scan.pdf')).toContainText('images without text');
  await expect(row('chinese.pdf').getByRole('cell').nth(2)).toHaveText(/^[1-9]$/);
  await expect(page.getByRole('heading', { name: 'Estimate for 3 documents' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^gpt-5/ })).toContainText('tokenizer');

  await controlled(page);
  await page.getByRole('button', { name: 'Keep for offline use' }).click();
  // It loads all of the code again, through the service worker.
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 60_000 });
  await site.stop();
  await open(page, '/documents');
  await expect(page.getByText('Ready offline')).toBeVisible();
  // Its reader has never been used here.
  const web = { name: 'page.html', bytes: new TextEncoder().encode('<html><p>Dear Charles</p></html>') };
  const vertical = { name: 'vertical.pdf', bytes: chinesePdf(['程序员'], 'UniGB-UTF16-V') };
  await choose([{ name: 'letter.docx', bytes: docx(paragraph('Dear Charles')) }, cv, web, vertical]);
  await expect(page.getByRole('heading', { name: 'Estimate for 3 documents' })).toBeVisible();
  // Its table of characters hasn't been used here either, and that isn't kept.
  await expect(row('vertical.pdf')).toContainText('characters that could not be loaded');
});
