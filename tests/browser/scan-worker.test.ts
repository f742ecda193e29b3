import { afterEach, expect, test, vi } from 'vitest';
import { startScanWorker } from '../../src/lib/ingest/scan/start-scan-worker';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const request = () => ({
  file: new File(['nothing'], 'a.txt'),
  path: 'a.txt',
  source: null,
  now: Date.now(),
});

test('a scan worker reads what it is given, in the order of the requests', async () => {
  const scanner = startScanWorker();
  const results = await scanner.scan(
    [{ ...request(), file: new File([], 'empty') }, request()],
    () => undefined,
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['empty', 'unknown']);
  expect(scanner.isReady).toBe(true);
  scanner.close();
});

test('a scan worker that dies before its first message times out after half a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // The worker receives no message and so sends none, as if it had died while loading.
  vi.spyOn(Worker.prototype, 'postMessage').mockReturnValue();
  const scanner = startScanWorker();
  const scanning = scanner.scan([request()], () => undefined);
  vi.advanceTimersByTime(30_000);
  await expect(scanning).rejects.toMatchObject({ problem: 'scan-worker-stopped' });
  expect(scanner.isReady).toBe(false);
});
