import type { ServerResponse } from 'node:http';
import { batchesOf, expect, finished, prepare, start, test } from './support/extraction';
import { open } from './support/tokentab';

// Only a browser has tabs, locks, and processes that can be killed.
test('another tab takes over the extraction, and the open call counts as sent @long @service-worker', async ({
  app,
  server,
  watcher,
}) => {
  watcher.allow(/request to another origin|Content Security Policy|violates the following/);
  const first = await open(app.page, '/documents');
  const projectId = await prepare(first, server, 4);
  let waiting: ServerResponse | undefined;
  server.intercept = (request, response) => {
    if (request.method !== 'POST' || waiting !== undefined) return false;
    waiting = response;
    return true;
  };
  await start(first, projectId);
  await expect.poll(() => waiting !== undefined).toBe(true);
  const second = await open(await app.context.newPage(), `/extraction?project=${projectId}`);
  await expect(second.getByText('Being extracted…')).toBeVisible();
  await first.close();
  await finished(second, projectId);
  const [batch] = await batchesOf(second, projectId);
  expect(batch?.lostCalls).toBe(1);
  expect(server.usage).toHaveLength(4);
});
