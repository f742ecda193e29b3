import { describe, expect, it } from 'vitest';
import { judgeShare } from '../../../../src/lib/ingest/files/shared-files';

const most = 50 * 1024 ** 2;

/** A file that claims this size without having the bytes. */
function fileOf(size: number): File {
  return Object.defineProperty(new File([], 'log.jsonl'), 'size', { value: size });
}

describe('a share', () => {
  it('without any bytes is ignored', () => {
    expect(judgeShare([], [])).toBe('nothing');
    expect(judgeShare([fileOf(0), fileOf(0)], [])).toBe('nothing');
  });

  it('is kept with its empty files, which the import names', () => {
    expect(judgeShare([fileOf(0), fileOf(1)], [])).toBeNull();
  });

  it('is refused beyond 50 MiB, together with what is already waiting', () => {
    expect(judgeShare([fileOf(most)], [])).toBeNull();
    expect(judgeShare([fileOf(most), fileOf(1)], [])).toBe('too-much');
    expect(judgeShare([fileOf(1)], [{ files: [fileOf(most)] }])).toBe('too-much');
  });
});
