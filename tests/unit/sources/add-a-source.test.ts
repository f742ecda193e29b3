import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quillCli } from './example/quill-cli';
import { readSource } from './read-source';

/** The code in docs/add-a-source.md: the description, then the reader. */
const shown = [...readFileSync('docs/add-a-source.md', 'utf8').matchAll(/```ts\n([^]*?)```/g)];

const line = (fields: object): string =>
  JSON.stringify({
    quill_session: 's',
    id: 'a',
    time: '2026-03-01T10:00:00Z',
    cwd: '/home/ada/engine',
    input: 7,
    output: 2,
    ...fields,
  });

describe('the source in docs/add-a-source.md', () => {
  it.each([
    ['example/quill-cli.ts', "'./"],
    ['example/quill-cli/read.ts', "'../"],
  ])('is compiled as it is shown: %s', (file, sources) => {
    const index = file.endsWith('read.ts') ? 1 : 0;
    const text = readFileSync(`tests/unit/sources/${file}`, 'utf8');
    expect(text.replaceAll("'$lib/sources/", sources)).toBe(shown[index]?.[1]);
  });

  it('reads calls, and reports what it cannot read', async () => {
    const lines = [line({}), line({ id: 'b', input: -1 }), line({ id: 'c', time: 'yesterday' })];
    const { events, problems } = await readSource(quillCli, [lines.join('\n')]);
    expect(events).toMatchObject([
      { inputTokens: 7, outputTokens: 2, path: '/home/ada/engine', occurredAt: Date.UTC(2026, 2, 1, 10) },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});
