import { describe, expect, it, vi } from 'vitest';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import type { Scanner } from '../../../../src/lib/ingest/scan/scan-messages';
import { TokentabError } from '../../../../src/lib/model/errors';
import type { ImportProgress } from '../../../../src/lib/model/import-summary';
import { assistantLine, toLog, userLine } from '../../sources/claude-code-lines';
import { inPlace, scanInPlace, scannerOf } from './in-place';
import { RecordingTarget } from './recording-target';

function chosen(path: string, content: BlobPart): ChosenFile {
  return { path, file: new File([content], path.slice(path.lastIndexOf('/') + 1)) };
}

function log(from: number, count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    assistantLine({ line: { requestId: `req_${from + index}` } }),
  );
  return toLog(userLine(), ...lines);
}

describe('an import', () => {
  it('stores the usage of all files in numbered batches', async () => {
    const target = new RecordingTarget();
    const files = [chosen('p/a.jsonl', log(0, 700)), chosen('p/deep/b.jsonl', log(600, 900))];
    const summary = await importFiles(target, files, inPlace);

    expect(summary).toMatchObject({
      source: 'claude-code',
      files: 2,
      filesSkipped: 0,
      eventsAdded: 1_500,
      problems: [],
    });
    expect(target.batches.map(({ batch }) => batch)).toEqual(target.batches.map((_, index) => index));
    expect(target.commands[0]).toBe('beginImport');
    expect(target.commands.at(-1)).toBe('finishImport');
    expect(target.end?.wasCancelled).toBe(false);
  });

  it('sends no content to the database', async () => {
    const target = new RecordingTarget();
    await importFiles(target, [chosen('a.jsonl', `${log(0, 5)}{"usage": SECRET}\n`)], inPlace);
    expect(target.events).toHaveLength(5);
    expect(JSON.stringify([target.batches, target.end])).not.toContain('SECRET');
  });

  it('keeps only a few batches unanswered', async () => {
    const target = new RecordingTarget();
    target.beforeAnswer = () => new Promise((resolve) => setImmediate(resolve));
    const files = Array.from({ length: 30 }, (_, index) => chosen(`${index}.jsonl`, log(index * 1200, 1200)));
    await importFiles(target, files, inPlace);
    expect(target.mostUnanswered).toBe(3);
    expect(target.events).toHaveLength(36_000);
  });

  it('reports what it did not read, and reads the rest', async () => {
    const target = new RecordingTarget();
    const unreadable = chosen('gone.jsonl', 'x');
    vi.spyOn(unreadable.file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
    // Small files are read together; a file truncated in the meantime is noticed by its size.
    vi.spyOn(unreadable.file, 'size', 'get').mockReturnValue(2);
    const files = [
      chosen('good.jsonl', log(0, 3)),
      chosen('empty.jsonl', ''),
      unreadable,
      chosen('notes.jsonl', 'no usage here\n'),
      chosen('wide.jsonl', new Uint8Array([0xff, 0xfe, 0x7b, 0])),
      chosen('todos/1.json', '[]'),
      chosen('todos/2.json', '[]'),
      chosen('a/one.png', 'x'),
      chosen('a/two.png', 'x'),
      chosen('a/.DS_Store', 'x'),
    ];
    const summary = await importFiles(target, files, {
      ...inPlace,
      problems: [{ file: 'locked', reason: 'file-unreadable', count: 1 }],
    });
    expect(summary).toMatchObject({ files: 1, filesSkipped: 9, eventsAdded: 3 });
    expect(Object.fromEntries(summary.problems.map((p) => [p.file, [p.count, p.reason]]))).toEqual({
      locked: [1, 'file-unreadable'],
      'empty.jsonl': [1, 'empty-file'],
      'gone.jsonl': [1, { code: 'file-changed-or-missing', error: 'NotReadableError' }],
      'notes.jsonl': [1, 'unrecognized'],
      'wide.jsonl': [1, 'unrecognized'],
      'todos/1.json': [2, { code: 'unrecognized-like', extension: 'json' }],
      'a/one.png': [2, { code: 'other-kind-of-file', kind: 'picture', extension: 'png' }],
      'a/.DS_Store': [1, 'hidden-file'],
    });
  });

  it('counts the same problem of a file once, with its first line', async () => {
    const target = new RecordingTarget();
    const broken = `${toLog(userLine())}broken\n${log(0, 1)}broken\n`;
    const { problems } = await importFiles(target, [chosen('a.jsonl', broken)], inPlace);
    expect(problems).toEqual([{ file: 'a.jsonl', reason: 'line-not-an-object', line: 2, count: 2 }]);
  });

  const stopped = () => Promise.reject(new TokentabError('Unexpected', 'scan-worker-stopped'));

  it('reports a file that crashes every scanner, and reads all others, including those in the same group', async () => {
    const target = new RecordingTarget();
    let started = 0;
    const breaking = (): Scanner => {
      started += 1;
      return scannerOf((requests, report) =>
        requests.some(({ path }) => path === 'bad.jsonl') ? stopped() : scanInPlace(requests, report),
      );
    };
    const files = Array.from({ length: 9 }, (_, index) => chosen(`${index}.jsonl`, log(index, 1)));
    const told: ImportProgress[] = [];
    const summary = await importFiles(target, [chosen('bad.jsonl', log(0, 9)), ...files], {
      scanners: 2,
      startScanner: breaking,
      onProgress: (progress) => told.push(progress),
    });
    expect(summary).toMatchObject({ files: 9, filesSkipped: 1, eventsAdded: 9 });
    expect(summary.problems).toEqual([
      {
        file: 'bad.jsonl',
        reason: { code: 'reading-failed', why: 'scan-worker-stopped' },
        count: 1,
      },
    ]);
    expect(started).toBe(2);
    expect(told.at(-1)).toMatchObject({ filesDone: 10, bytesDone: told.at(-1)?.bytes });
  });

  it('reads a file again when its scanner died for another reason', async () => {
    const target = new RecordingTarget();
    let started = 0;
    const dyingOnce = (): Scanner => {
      started += 1;
      return started > 1 ? inPlace.startScanner() : scannerOf(stopped);
    };
    const files = [chosen('a.jsonl', log(0, 9)), chosen('b.jsonl', log(9, 3))];
    const summary = await importFiles(target, files, { scanners: 1, startScanner: dyingOnce });
    expect(summary).toMatchObject({ files: 2, filesSkipped: 0, eventsAdded: 12, problems: [] });
  });

  it('fails if no scanner can be started, instead of reporting every file', async () => {
    const target = new RecordingTarget();
    let started = 0;
    const missing = (): Scanner => {
      started += 1;
      return { ...scannerOf(stopped), isReady: false };
    };
    const files = Array.from({ length: 9 }, (_, index) => chosen(`${index}.jsonl`, log(index, 1)));
    await expect(importFiles(target, files, { scanners: 1, startScanner: missing })).rejects.toMatchObject({
      code: 'Unexpected',
      problem: 'scan-worker-not-started',
    });
    expect(started).toBe(2);
    expect(target.commands.at(-1)).toBe('finishImport');
  });

  it('reopens a log that has grown since it was chosen', async () => {
    const target = new RecordingTarget();
    const stale = chosen('live.jsonl', log(0, 2));
    vi.spyOn(stale.file, 'arrayBuffer').mockRejectedValue(new DOMException('changed', 'NotReadableError'));
    const reopen = () => Promise.resolve({ file: new File([log(0, 4)], 'live.jsonl') });
    const summary = await importFiles(target, [{ ...stale, reopen }], inPlace);
    expect(summary).toMatchObject({ files: 1, eventsAdded: 4, problems: [] });
  });

  it('reports its progress, complete at the end', async () => {
    const told: ImportProgress[] = [];
    const files = [chosen('a.jsonl', log(0, 10)), chosen('b.txt', 'nothing'), chosen('c.png', 'x')];
    await importFiles(new RecordingTarget(), files, {
      ...inPlace,
      onProgress: (progress) => told.push(progress),
    });
    const bytes = files[0]!.file.size + files[1]!.file.size;
    expect(told[0]).toEqual({ files: 2, filesDone: 0, bytes, bytesDone: 0, events: 0 });
    expect(told.at(-1)).toEqual({ files: 2, filesDone: 2, bytes, bytesDone: bytes, events: 10 });
  });

  it('refuses a source that does not exist', async () => {
    const target = new RecordingTarget();
    await expect(importFiles(target, [], { ...inPlace, source: 'nope' })).rejects.toMatchObject({
      code: 'BadInput',
    });
    expect(target.commands).toEqual([]);
  });

  it('without files is an empty import', async () => {
    expect(await importFiles(new RecordingTarget(), [], inPlace)).toMatchObject({
      source: null,
      files: 0,
    });
  });
});

describe('an import that ends early', () => {
  it('keeps whole batches when cancelled, and reports that', async () => {
    const target = new RecordingTarget();
    const abort = new AbortController();
    target.beforeAnswer = ({ batch }) => {
      if (batch === 3) abort.abort();
      return Promise.resolve();
    };
    const files = Array.from({ length: 30 }, (_, index) => chosen(`${index}.jsonl`, log(index * 1200, 1200)));
    const summary = await importFiles(target, files, { ...inPlace, signal: abort.signal });

    expect(target.end?.wasCancelled).toBe(true);
    expect(target.unanswered).toBe(0);
    expect(summary.eventsAdded).toBe(target.batches.reduce((sum, batch) => sum + batch.events.length, 0));
    expect(summary.eventsAdded).toBeGreaterThan(0);
    expect(summary.eventsAdded).toBeLessThan(36_000);
  });

  it('ends when cancelled while a scanner reads', async () => {
    const abort = new AbortController();
    const hanging = (): Scanner => {
      let fail: (error: unknown) => void = () => undefined;
      return {
        isReady: true,
        scan: () =>
          new Promise((_resolve, reject) => {
            fail = reject;
            abort.abort();
          }),
        close: () => fail(new TokentabError('Cancelled', 'reading-stopped')),
      };
    };
    const target = new RecordingTarget();
    const summary = await importFiles(target, [chosen('a.jsonl', log(0, 3))], {
      scanners: 2,
      startScanner: hanging,
      signal: abort.signal,
    });
    expect(summary).toMatchObject({ files: 0, eventsAdded: 0, problems: [] });
    expect(target.end?.wasCancelled).toBe(true);
  });

  it('rejects with the database’s error, reads no further and ends the import', async () => {
    const target = new RecordingTarget();
    target.beforeAnswer = () => Promise.reject(new TokentabError('StorageFull', 'write-failed'));
    const files = Array.from({ length: 100 }, (_, index) => chosen(`${index}.jsonl`, log(index * 500, 500)));
    await expect(importFiles(target, files, inPlace)).rejects.toMatchObject({ code: 'StorageFull' });
    expect(target.batches.length).toBeLessThan(10);
    expect(target.commands.at(-1)).toBe('finishImport');
  });
});
