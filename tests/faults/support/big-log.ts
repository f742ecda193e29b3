import { claudeLine, type TestFile } from '../../e2e/support/imports';

const responsesPerFile = 500;

/** Logs of one project in October 2026, 10 input and 5 output tokens each; `name` keeps them apart from others. */
export function bigLog(name: string, files: number): { files: TestFile[]; events: number; tokens: number } {
  const texts = Array.from({ length: files }, (_, file) => ({
    name: `${name}-${file}.jsonl`,
    text: Array.from({ length: responsesPerFile }, (_, index) =>
      claudeLine({
        id: `${name}-${file}-${index}`,
        cwd: `/home/ada/${name}`,
        session: `${name}-${file}`,
        timestamp: new Date(Date.UTC(2026, 9, 1 + (index % 28), 12)).toISOString(),
      }),
    ).join('\n'),
  }));
  const events = files * responsesPerFile;
  return { files: texts, events, tokens: events * 15 };
}
