import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { open } from './support/tokentab';

/** Unit tests prove what a price file may contain (price-file.test.ts). Here, one is loaded, applied, undone and removed. */

const file = (text: string) => ({
  name: 'model_prices_and_context_window.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
const litellm = JSON.stringify({
  'house-1': { litellm_provider: 'openai', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 },
});

test('a price table from a file says what it changes, applies, and can be undone and removed', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    const { id } = await window.tokentab.createProject({ name: 'Shop' });
    await window.tokentab.recordUsageEvent({
      ...{ projectId: id, eventType: 'chat', llmMode: 'cloud', model: 'house-1' },
      ...{ promptTokens: 2_000_000, completionTokens: 0, occurredAt: Date.now() - 1000 },
    });
  });
  await open(page, '/prices');
  const section = page.getByRole('region', { name: 'Price table' });
  const model = page.getByRole('row', { name: /house-1/ });
  const input = section.locator('input[type=file]');
  await expect(model).toContainText('No price');

  await input.setInputFiles([file('['.repeat(100_000))]);
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices).toContainText('Tokentab can’t read this price table');

  await input.setInputFiles([file(litellm)]);
  await expect(section).toContainText('1 event changes: 2M tokens without a price → $2.00');
  await expectNoViolations(page, 'a price table before it applies');
  await section.getByRole('button', { name: 'Apply and price events' }).click();
  await expect(model).toContainText('$2.00');
  await expect(section).toContainText('LiteLLM');
  await notices.getByRole('button', { name: 'Undo' }).last().click();
  await expect(model).toContainText('No price');
  await expect(section).not.toContainText('LiteLLM, added');
});
