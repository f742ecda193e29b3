import { readFileSync } from 'node:fs';
import { gzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import { TokentabError } from '../../../../src/lib/model/errors';
import { joinPackedLogs } from '../../../../src/lib/ingest/unpack/join-packed-logs';
import { unpack } from '../../../../src/lib/ingest/unpack/unpack';
import { scanFile } from '../../../../src/lib/ingest/scan/scan-file';
import type { FileReport, ScanRequest } from '../../../../src/lib/ingest/scan/scan-messages';

const load = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/opencode/${name}`));
const database = load('open.db');
const log = load('open.db-wal');
const response = new Uint8Array(readFileSync('tests/fixtures/api-response/openai-chat.json'));

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) {
    yield await Promise.resolve(bytes.subarray(start, start + length));
  }
}

interface Joined {
  path: string;
  length: number;
  logAt: number | undefined;
  error?: string;
}

async function joined(
  archive: Uint8Array,
  { most = 1e9, limits = {}, piece = 1000 } = {},
): Promise<Joined[]> {
  const found: Joined[] = [];
  const files = unpack('a.zip', inPieces(archive, piece), () => undefined, limits);
  for await (const { path, chunks, writeAheadLogAt } of joinPackedLogs(files, most)) {
    const file: Joined = { path, length: 0, logAt: writeAheadLogAt };
    try {
      for await (const chunk of chunks) file.length += chunk.length;
    } catch (error) {
      if (!(error instanceof TokentabError)) throw error;
      file.error = error.code;
    }
    found.push(file);
  }
  return found;
}

const pair = { path: 'a.zip/o/open.db', length: database.length + log.length, logAt: database.length };

describe('a database and its log in an archive', () => {
  it.each<[string, Zippable]>([
    ['side by side', { 'o/open.db': database, 'o/open.db-shm': new Uint8Array(40), 'o/open.db-wal': log }],
    ['the log first', { 'o/open.db-wal': log, 'o/open.db': database }],
    ['each packed again', { 'o/open.db.gz': gzipSync(database), 'o/open.db-wal.gz': gzipSync(log) }],
    ['in an archive of its own', { 'o.zip': zipSync({ 'open.db': database, 'open.db-wal': log }) }],
  ])('become one file: %s', async (_, files) => {
    for (const piece of [100, 1 << 20]) {
      const [file, ...others] = await joined(zipSync(files), { piece });
      expect(others).toEqual([]);
      expect({ ...file, path: file?.path.replace('o.zip/', 'o/') }).toEqual(pair);
    }
  });

  it('leave all other files in place, in their order', async () => {
    const files = await joined(
      zipSync({ 'a.json': response, 'o/open.db': database, 'b.json': response, 'o/open.db-wal': log }),
    );
    expect(files.map(({ path }) => path)).toEqual(['a.zip/a.json', 'a.zip/b.json', 'a.zip/o/open.db']);
  });

  it('from other folders, or alone, stay separate at the archive’s end', async () => {
    const files = await joined(zipSync({ 'a/open.db': database, 'b/open.db-wal': log, 'c.json': response }));
    expect(files).toEqual([
      { path: 'a.zip/c.json', length: response.length, logAt: undefined },
      { path: 'a.zip/a/open.db', length: database.length, logAt: undefined },
      { path: 'a.zip/b/open.db-wal', length: log.length, logAt: undefined },
    ]);
  });

  it('that are too long to buffer are passed on separately and complete', async () => {
    const files = await joined(zipSync({ 'open.db': database, 'open.db-wal': log }), { most: 3000 });
    expect(files).toEqual([
      { path: 'a.zip/open.db', length: database.length, logAt: undefined },
      { path: 'a.zip/open.db-wal', length: log.length, logAt: undefined },
    ]);
  });

  it('respect the limit on an archive’s unpacked size', async () => {
    const bomb = new Uint8Array(5e6);
    bomb.set(database);
    const limits = { freeBytes: 1e6, ratio: 10 };
    const [file, ...others] = await joined(zipSync({ 'open.db': bomb, 'open.db-wal': log }), { limits });
    expect([file?.error, others]).toEqual(['BadInput', []]);
    expect(file?.length).toBeLessThan(2e6);
  });

  it('survive an archive that is cut off or damaged anywhere', async () => {
    const archive = zipSync({ 'open.db': database, 'open.db-wal': log, 'c.json': response });
    const most = database.length + log.length + response.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length), fc.nat(archive.length - 1), async (end, at) => {
        const damaged = archive.slice(0, end);
        if (at < end) damaged.fill((damaged[at] ?? 0) ^ 0x55, at, at + 1);
        const files = await joined(damaged, { limits: { freeBytes: 1e6 } });
        expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(most * 2);
      }),
      { numRuns: rounds(60, 200) },
    );
  });
});

/** How many records a scan reports; none of it may be a problem. */
async function scanned(content: Uint8Array<ArrayBuffer>[], more: Partial<ScanRequest> = {}): Promise<number> {
  const reports: FileReport[] = [];
  const request = {
    file: new File(content, 'x'),
    path: 'x',
    source: null,
    now: Date.UTC(2026, 10, 15),
    ...more,
  };
  await scanFile(request, (report) => reports.push(report));
  expect(reports.filter(({ kind }) => kind === 'problem')).toEqual([]);
  return reports.reduce(
    (sum, report) => sum + (report.kind === 'records' ? report.records.events.length : 0),
    0,
  );
}

it('the scanner reads both like unpacked files, in either order', async () => {
  const loose = await scanned([database, log], { writeAheadLogAt: database.length });
  expect(loose).toBeGreaterThan(1);
  for (const files of [
    { 'open.db': database, 'open.db-wal': log },
    { 'open.db-wal': log, 'open.db': database },
  ])
    expect(await scanned([new Uint8Array(zipSync(files))])).toBe(loose);
});
