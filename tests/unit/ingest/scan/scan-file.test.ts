import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanFile } from '../../../../src/lib/ingest/scan/scan-file';
import type { FileReport } from '../../../../src/lib/ingest/scan/scan-messages';
import { assistantLine, toLog, userLine } from '../../sources/claude-code-lines';

async function scan(content: BlobPart[], source: string | null = null) {
  const reports: FileReport[] = [];
  const request = { file: new File(content, 'any'), path: 'any', source, now: Date.UTC(2026, 10, 15) };
  const result = await scanFile(request, (report) => reports.push(report));
  return { result, reports };
}

const eventsOf = (reports: FileReport[]) =>
  reports.flatMap((report) => (report.kind === 'records' ? report.records.events : []));

describe('scanning a file', () => {
  it('refuses a database that memory cannot hold before it reads it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sparse-'));
    const path = join(folder, 'opencode.db');
    await writeFile(path, 'SQLite format 3\0');
    // Everything but the first bytes is a hole, which takes no disk space.
    await truncate(path, 1.5 * 1024 ** 3);
    const sparse = Object.assign(await openAsBlob(path), { name: 'opencode.db', lastModified: 0 }) as File;
    const reports: FileReport[] = [];
    const request = { file: sparse, path: 'opencode.db', source: null, now: Date.UTC(2026, 10, 15) };
    expect(await scanFile(request, (report) => reports.push(report))).toEqual({
      outcome: 'unreadable',
      reason: 'database-over-1-gib',
    });
    const bytes = reports.map((report) => (report.kind === 'bytes' ? report.bytes : 0));
    expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(64 * 1024 ** 2);
    await rm(folder, { recursive: true });
  });

  it('reports all bytes', async () => {
    const content = toLog(
      userLine(),
      userLine({ message: { content: 'x'.repeat(9_000_000) } }),
      assistantLine(),
    );
    const { result, reports } = await scan([content]);
    expect(result).toEqual({ outcome: 'read', source: 'claude-code' });
    const bytes = reports.map((report) => (report.kind === 'bytes' ? report.bytes : 0));
    expect(bytes.reduce((a, b) => a + b)).toBe(new Blob([content]).size);
    expect(eventsOf(reports)).toHaveLength(1);
  });

  it('recognizes a log after a huge first line', async () => {
    const { result, reports } = await scan([
      'x'.repeat(10_000_000),
      '\n',
      toLog(userLine(), assistantLine()),
    ]);
    expect(result).toEqual({ outcome: 'read', source: 'claude-code' });
    expect(reports).toContainEqual({
      kind: 'problem',
      reason: 'line-not-an-object',
      line: 1,
      count: 1,
    });
  });

  it('reads a file with the given source, recognized or not', async () => {
    expect((await scan(['hello\n'])).result).toEqual({
      outcome: 'unknown',
      reason: 'unrecognized',
    });
    expect((await scan(['hello\n'], 'claude-code')).result).toEqual({
      outcome: 'read',
      source: 'claude-code',
    });
  });

  it('reports many records in small parts', async () => {
    const lines = Array.from({ length: 1_234 }, (_, index) =>
      assistantLine({ line: { requestId: `r${index}` } }),
    );
    const { reports } = await scan([toLog(...lines)]);
    const sizes = reports.flatMap((report) =>
      report.kind === 'records' ? [report.records.events.length] : [],
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    expect(sizes.reduce((a, b) => a + b)).toBe(1_234);
  });
});
