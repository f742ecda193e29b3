import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installedProgram } from './installed-program';

const exec = promisify(execFile);

/** The last version that runs on the oldest Node that Tokentab supports. */
const version = '12.8.2';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** Out of 100. */
export type Scores = Record<Category, number>;

export interface Lighthouse {
  name: string;
  /** @param port of a running browser, whose data is left unchanged */
  run: (url: string, port: string, isDesktop: boolean) => Promise<Scores>;
}

/** Null if it can't be installed. */
export async function findLighthouse(): Promise<Lighthouse | null> {
  try {
    const program = await installedProgram('lighthouse', version);
    return { name: `Lighthouse ${version}`, run: (...asked) => audit(program, ...asked) };
  } catch {
    return null;
  }
}

async function audit(program: string, url: string, port: string, isDesktop: boolean): Promise<Scores> {
  const { stdout } = await exec(
    program,
    [
      url,
      `--port=${port}`,
      '--disable-storage-reset',
      `--only-categories=${categories.join(',')}`,
      '--output=json',
      '--quiet',
      // The default is a phone.
      ...(isDesktop ? ['--preset=desktop'] : []),
    ],
    { maxBuffer: 64e6 },
  );
  const report = JSON.parse(stdout) as { categories: Record<Category, { score: number }> };
  return Object.fromEntries(
    categories.map((name) => [name, Math.round(report.categories[name].score * 100)]),
  ) as Scores;
}
