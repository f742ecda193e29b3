import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

const log = (id: string) => ({
  name: `${id}.jsonl`,
  text: claudeLine({ id, cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z', input: 1, output: 2 }),
});

// In a browser, because it joins the end of an import, the page's timers, the safety worker and its files. The rules are unit tests
// (backup-due.test.ts, generations.test.ts).
test('backups are made after an import and once a day, and the browser is asked once to protect the data', async ({
  app,
}) => {
  // Headless browsers answer at random: this one counts the questions.
  await app.context.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(window, { asked });
    navigator.storage.persist = () => Promise.resolve(++asked.times > 0);
  });
  await app.page.clock.install({ time: new Date('2026-11-15T08:00:00Z') });
  const page = await open(app.page, '/settings');
  const backups = page
    .getByRole('region', { name: 'Data safety' })
    .getByRole('button', { name: /^Restore the backup of/ });
  const asked = () => page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times);

  await page.clock.fastForward('01:00:00');
  await importTexts(page, [log('a')]);
  await expect(async () => {
    await page.clock.fastForward('00:20');
    await expect(backups).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect.poll(asked).toBe(1);

  await expect(async () => {
    await page.clock.fastForward('24:00:00');
    await page.clock.fastForward('00:20');
    await expect(backups).toHaveCount(2, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(await asked()).toBe(1);
});
