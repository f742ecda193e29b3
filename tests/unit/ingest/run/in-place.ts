import { scanGroup } from '../../../../src/lib/ingest/scan/scan-group';
import type { Scanner } from '../../../../src/lib/ingest/scan/scan-messages';

/** Reads in the test's own thread, without a worker. */
export const scanInPlace: Scanner['scan'] = (requests, report) =>
  scanGroup(requests, (reports) => reports.forEach(report));

export const scannerOf = (scan: Scanner['scan']): Scanner => ({
  isReady: true,
  scan,
  close: () => undefined,
});

export const inPlace = { scanners: 2, startScanner: () => scannerOf(scanInPlace) };
