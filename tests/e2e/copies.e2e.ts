import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { importPage, resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

const text = (name: string, lines: unknown[]) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
});

const client = text('session.jsonl', [
  {
    type: 'assistant',
    timestamp: '2026-06-03T10:00:00.000Z',
    sessionId: 's1',
    cwd: '/home/ada/engine',
    requestId: 'req_1',
    message: {
      id: 'msg_0123456789abcdef',
      model: 'claude-sonnet-4-5-20250929',
      stop_reason: 'end_turn',
      usage: { input_tokens: 900, output_tokens: 100 },
    },
  },
]);
const gateway = text('spend.jsonl', [
  {
    request_id: 'r1',
    call_type: 'acompletion',
    startTime: '2026-06-03T10:00:00Z',
    model: 'anthropic/claude-sonnet-4.5',
    prompt_tokens: 900,
    completion_tokens: 100,
    total_tokens: 1000,
    metadata: { user_api_key_alias: 'Letters' },
  },
]);

test('a gateway’s copies of a tool’s calls are left out on the import page, and counted again on the month page', async ({
  app,
}) => {
  const page = await open(app.page, '/import');
  await importPage(page).filesInput.setInputFiles([client, gateway]);
  await resultOf(page);
  const question = page.getByRole('region', { name: 'Possibly counted twice' });
  await expect(question).toContainText('1,000 tokens in engine');
  await expect(question).toContainText('1,000 tokens in Letters');
  await expectNoViolations(page, 'possible copies');
  await question.getByRole('button', { name: 'Leave out LiteLLM spend logs' }).click();
  await expect(question).toHaveCount(0);
  expect(await totalsByProject(page, '2026-06')).toEqual({ engine: 1000 });

  await open(page, '/?month=2026-06');
  const decisions = page.getByRole('region', { name: 'Decisions about copies' });
  await expect(decisions).toContainText('LiteLLM spend logs: 1,000 tokens left out');
  await decisions.getByRole('button', { name: /^Count LiteLLM/ }).click();
  await expect(page.getByRole('region', { name: 'Possibly counted twice' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'possible copies');
  expect(await totalsByProject(page, '2026-06')).toEqual({ engine: 1000, Letters: 1000 });
});
