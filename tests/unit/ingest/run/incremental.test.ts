import { problemKey } from '../../../../src/lib/model/problem';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { importChanges, importFiles } from '../../../../src/lib/ingest/run/import-files';
import type { ImportTarget } from '../../../../src/lib/ingest/import-target';
import { ImportSession } from '../../../../src/lib/ingest/run/import-session';
import { assistantLine, userLine } from '../../sources/claude-code-lines';
import { chosenFile, openTarget } from './database-target';
import { inPlace, scanInPlace, scannerOf } from './in-place';

const live = { root: 'folder-1', reader: 'build-1', isLive: true };
const chosen = { root: 'chosen', reader: 'build-1', isLive: false };

const line = (id: number, cwd?: string): string =>
  `${JSON.stringify(assistantLine({ line: { requestId: `req_${id}`, ...(cwd !== undefined && { cwd }) } }))}\n`;

/** Scans in place and records how many bytes of each file were searched for usage. */
function watched() {
  const bytes = new Map<string, number>();
  const startScanner = () =>
    scannerOf((requests, report) =>
      scanInPlace(requests, (each) => {
        const path = each.kind === 'note' ? requests[each.file]?.path : undefined;
        if (path !== undefined && each.kind === 'note' && each.note.kind === 'bytes')
          bytes.set(path, (bytes.get(path) ?? 0) + each.note.bytes);
        report(each);
      }),
    );
  return { bytes, options: { scanners: 1, startScanner } };
}

type Target = Awaited<ReturnType<typeof openTarget>>;
const eventCount = ({ commands }: Target): number => commands.getStorageState().eventCount;

describe('files that were read before', () => {
  it('need only a stat when unchanged, and no import is started', async () => {
    const opened = await openTarget();
    const files = [chosenFile('a.jsonl', line(1)), chosenFile('b.txt', 'nothing')];
    await importChanges(opened.target, files, { ...inPlace, memory: live });
    const untouchable = files.map(({ path, file }): ChosenFile => {
      const slice = () => expect.fail('The file was read.');
      return { path, file: Object.assign(new File([file], file.name, { lastModified: 1 }), { slice }) };
    });
    expect(await importChanges(opened.target, untouchable, { ...inPlace, memory: live })).toBeNull();
    expect(opened.commands.getImports()).toHaveLength(1);
  });

  it('are read on from their former end when they have grown, with line numbers and session', async () => {
    const opened = await openTarget();
    const { bytes, options } = watched();
    const start = `${JSON.stringify(userLine({ cwd: '/home/u/repo' }))}\n${line(1, '/home/u/repo')}`;
    await importChanges(opened.target, [chosenFile('a.jsonl', start)], { ...options, memory: live });
    bytes.clear();
    const more = `${line(2, '/home/u/repo/deep')}broken\n`;
    const summary = await importChanges(opened.target, [chosenFile('a.jsonl', start + more, 2)], {
      ...options,
      memory: live,
    });
    expect(bytes.get('a.jsonl')).toBe(more.length);
    expect(summary).toMatchObject({ eventsAdded: 1, duplicates: 0 });
    expect(summary?.problems).toMatchObject([{ line: 4, reason: 'line-not-an-object' }]);
    expect(opened.commands.getProjects()).toMatchObject([{ name: 'repo' }]);
  });

  it('are read from the start when truncated, rewritten or rotated, or by another build', async () => {
    const opened = await openTarget();
    const { bytes, options } = watched();
    const read = async (content: string, at: number, reader = 'build-1'): Promise<number> => {
      bytes.clear();
      await importChanges(opened.target, [chosenFile('a.jsonl', content, at)], {
        ...options,
        memory: { ...live, reader },
      });
      return bytes.get('a.jsonl') ?? 0;
    };
    const long = line(1) + line(2) + line(3);
    await read(long, 1);
    expect(await read(line(1), 2)).toBe(line(1).length);
    const other = line(7) + line(8);
    expect(await read(other, 3)).toBe(other.length);
    const grownElsewhere = line(7) + line(9) + line(10);
    expect(await read(grownElsewhere, 4)).toBe(grownElsewhere.length);
    expect(await read(grownElsewhere, 4)).toBe(0);
    expect(await read(grownElsewhere, 4, 'build-2')).toBe(grownElsewhere.length);
    expect(eventCount(opened)).toBe(7);
  });

  it('are recognized when chosen again, in a folder by size and time, alone also by their first bytes', async () => {
    const opened = await openTarget();
    const { bytes, options } = watched();
    const inFolder = [chosenFile('logs/a.jsonl', line(1)), chosenFile('logs/b.txt', 'nothing')];
    const alone = chosenFile('a.jsonl', line(3));
    const files = [...inFolder, alone];
    await importFiles(opened.target, files, { ...options, memory: chosen });
    bytes.clear();
    const again = await importFiles(opened.target, files, { ...options, memory: chosen });
    expect(again).toMatchObject({
      files: 0,
      filesUnchanged: 3,
      filesSkipped: 0,
      eventsAdded: 0,
      problems: [],
    });
    expect([...bytes.values()]).toEqual([]);

    const sameSize = chosenFile('a.jsonl', line(2));
    expect(sameSize.file.size).toBe(alone.file.size);
    const other = await importFiles(opened.target, [sameSize], { ...options, memory: chosen });
    expect(other).toMatchObject({ files: 1, eventsAdded: 1 });
  });

  it('are read completely if they were not stored completely: after an error, a cancel or a crash', async () => {
    const opened = await openTarget();
    const { target } = opened;
    const files = [chosenFile('a.jsonl', line(1) + line(2))];
    const without = (broken: string): ImportTarget => ({
      call: (command, ...args) =>
        command === broken ? Promise.reject(new Error('gone')) : target.call(command, ...args),
    });
    for (const broken of ['addUsageEvents', 'saveFileCursors']) {
      const run = importChanges(without(broken), files, { ...inPlace, memory: live });
      await expect(run).rejects.toThrow('gone');
    }
    const abort = new AbortController();
    abort.abort();
    await importChanges(target, files, { ...inPlace, memory: live, signal: abort.signal });
    expect(await importChanges(target, files, { ...inPlace, memory: live })).not.toBeNull();
    expect(await importChanges(target, files, { ...inPlace, memory: live })).toBeNull();
    expect(eventCount(opened)).toBe(2);
  });

  it('are restored after undo, whichever import had added them', async () => {
    const opened = await openTarget();
    const grown = chosenFile('a.jsonl', line(1) + line(2), 2);
    const first = await importChanges(opened.target, [chosenFile('a.jsonl', line(1))], {
      ...inPlace,
      memory: live,
    });
    await importChanges(opened.target, [grown], { ...inPlace, memory: live });
    opened.commands.undoImport(first?.id ?? '', 1);
    expect(eventCount(opened)).toBe(1);
    await importChanges(opened.target, [grown], { ...inPlace, memory: live });
    expect(eventCount(opened)).toBe(2);
  });
});

describe('a continued import', () => {
  it('is one line in the history, until it is undone', async () => {
    const opened = await openTarget();
    const session = new ImportSession();
    const run = (content: string, at: number) =>
      importChanges(opened.target, [chosenFile('a.jsonl', content, at)], {
        ...inPlace,
        memory: live,
        session,
      });
    await run(line(1), 1);
    await run(line(1) + line(2), 2);
    expect(opened.commands.getImports()).toMatchObject([{ status: 'finished', eventsAdded: 2, files: 2 }]);
    opened.commands.undoImport(session.id, 1);
    await expect(run(line(1) + line(2) + line(3), 3)).rejects.toMatchObject({ code: 'BadInput' });
    expect(eventCount(opened)).toBe(0);
  });
});

/** What can happen to a log between two reads. */
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('append' as const), lines: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('half' as const), part: fc.integer({ min: 1, max: 99 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('truncate' as const), part: fc.integer({ min: 0, max: 99 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rewrite' as const), lines: fc.integer({ min: 0, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('touch' as const) }) },
);

it('whatever happens to watched logs, every complete line that was ever seen counts once', async () => {
  const steps = fc.array(fc.record({ file: fc.nat(1), change, isLookedAt: fc.boolean() }), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (changes, isLive) => {
      const opened = await openTarget();
      const contents = ['', ''];
      const seen = new Set<number>();
      let next = 1;
      let at = 1;
      const look = async (): Promise<void> => {
        const files = contents.map((content, index) => chosenFile(`${index}.jsonl`, content, at));
        const summary = await importChanges(opened.target, files, {
          ...inPlace,
          memory: { ...live, isLive },
        });
        // The source of a file with less than a line can't be recognized.
        const problems =
          summary?.problems.filter(({ reason }) => !problemKey(reason).includes('unrecognized')) ?? [];
        if (isLive) expect(problems).toEqual([]);
        for (const content of contents)
          for (const match of content.matchAll(/"req_(\d+)".*\}$/gm)) {
            const end = match.index + match[0].length;
            if (content[end] === '\n') seen.add(Number(match[1]));
          }
      };
      for (const { file, change, isLookedAt } of changes) {
        at += 1;
        const before = contents[file] ?? '';
        // A half-written line is completed before another one begins.
        const pending = /[^\n]+$/.exec(before)?.[0] ?? '';
        const whole = pending === '' ? before : before.slice(0, -pending.length) + line(next++);
        const lines = (count: number): string => Array.from({ length: count }, () => line(next++)).join('');
        if (change.kind === 'append') contents[file] = whole + lines(change.lines);
        else if (change.kind === 'half') {
          const text = line(next);
          contents[file] = whole + text.slice(0, Math.floor(((text.length - 2) * change.part) / 100));
        } else if (change.kind === 'truncate') {
          const kept = whole.split('\n').slice(0, -1);
          contents[file] = kept
            .slice(0, Math.floor((kept.length * change.part) / 100))
            .map((each) => `${each}\n`)
            .join('');
        } else if (change.kind === 'rewrite') contents[file] = lines(change.lines);
        if (isLookedAt) await look();
      }
      await look();
      expect(eventCount(opened)).toBe(seen.size);
      expect(opened.commands.checkIntegrity().ok).toBe(true);
    }),
    { numRuns: rounds(30, 100) },
  );
}, 120_000);
