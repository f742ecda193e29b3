import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { companionOf, joinDatabaseLogs } from '../../../../src/lib/ingest/files/join-database-logs';

function chosen(path: string, text: string, lastModified = 1): ChosenFile {
  const file = () => new File([text], path, { lastModified });
  return { path, file: file(), reopen: () => Promise.resolve({ file: file() }) };
}

describe('a database and its log', () => {
  it('become one file, which changes when either does', async () => {
    const [joined, ...others] = joinDatabaseLogs([
      chosen('a/opencode.db-wal', 'LOG', 7),
      chosen('a/opencode.db', 'DATA', 5),
      chosen('a/opencode.db-shm', 'index'),
    ]);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({ path: 'a/opencode.db', writeAheadLogAt: 4 });
    expect([joined?.file.size, joined?.file.lastModified]).toEqual([7, 7]);
    expect(await joined?.file.text()).toBe('DATALOG');
    const again = await joined?.reopen?.();
    expect([await again?.file.text(), again?.writeAheadLogAt]).toEqual(['DATALOG', 4]);
  });

  it('of other folders, alone, or of another kind stay separate', () => {
    const files = [chosen('a/opencode.db', ''), chosen('b/opencode.db-wal', ''), chosen('b/x.jsonl', '')];
    expect(joinDatabaseLogs(files)).toEqual(files);
  });

  it('lead to each other if one of them has changed', () => {
    expect(companionOf('a/opencode.db-wal')).toBe('a/opencode.db');
    expect(companionOf('a/opencode.db')).toBe('a/opencode.db-wal');
    expect(companionOf('a/session.jsonl')).toBeNull();
  });
});
