import { describe, expect, it } from 'vitest';
import { ProblemList } from '../../../../src/lib/ingest/run/problem-list';

describe('the list of problems', () => {
  it('keeps one entry per file and reason, with the first line', () => {
    const list = new ProblemList();
    list.add({ file: 'a', reason: 'no-id', line: 9, count: 1 });
    list.add({ file: 'a', reason: 'no-id', line: 4, count: 2 });
    list.add({ file: 'b', reason: 'no-id', count: 1 });
    expect(list.toArray()).toEqual([
      { file: 'a', reason: 'no-id', line: 4, count: 3 },
      { file: 'b', reason: 'no-id', count: 1 },
    ]);
  });

  it('drops the problems of packed files with those of their archive', () => {
    const list = new ProblemList();
    for (const file of ['a.zip', 'a.zip/x.jsonl', 'a.zipped', 'b.zip/x.jsonl'])
      list.add({ file, reason: 'no-id', count: 1 });
    list.forget('a.zip');
    expect(list.toArray().map(({ file }) => file)).toEqual(['a.zipped', 'b.zip/x.jsonl']);
  });

  it('ends with the number of further problems', () => {
    const list = new ProblemList();
    for (let index = 0; index < 777; index += 1) list.add({ file: `${index}`, reason: 'no-id', count: 1 });
    list.add({ file: '3', reason: 'no-id', count: 1 });
    expect(list.toArray()).toHaveLength(501);
    expect(list.toArray().at(-1)).toEqual({
      file: '',
      reason: { code: 'more-problems', count: 277 },
      count: 277,
    });
    expect(list.toArray()[3]).toMatchObject({ count: 2 });
  });
});
