import type { Page } from 'playwright';
import { inBrowser, openPage } from './browser';
import { median } from './median';
import { findNative } from './native';
import { seededMonth } from './native/seed';
import type { BenchOptions } from './options';
import { placeDatabase, seededDatabase } from './seeded-database';
import type { Row } from './table';

const timesPerRun = 100;

/**
 * The statistics of the month page, from the page to the worker and back, compared with the same queries run
 * natively.
 */
export async function monthRows(
  url: string,
  { scale, runs }: BenchOptions,
  fullSize: number,
): Promise<Row[]> {
  const events = Math.round(fullSize * scale);
  const name = `Month statistics at ${events.toLocaleString('en')} events, 200 projects`;
  const native = await findNative();
  if (native === null) return [{ name, ours: 'not measured', peer: 'native SQLite is not installable here' }];

  const file = await seededDatabase(native, events);
  const ours: number[] = [];
  const theirs: number[] = [];
  await inBrowser(url, async (page) => {
    await placeDatabase(page, file);
    for (let run = 0; run < runs; run += 1) {
      ours.push(...(await query(page)));
      const times = { kind: 'query', file, month: seededMonth, times: timesPerRun } as const;
      theirs.push(...(await native.perform<number[]>(times)));
    }
  });
  const time = median(ours);
  const peer = median(theirs);
  return [
    {
      name,
      ours: milliseconds(time),
      peer: `${milliseconds(peer)} (${native.name}, the queries alone)`,
      ratio: time / peer,
      note: 'from the page to the worker and back',
    },
  ];
}

/** Each time in milliseconds, without the first one, which has a cold cache. */
async function query(page: Page): Promise<number[]> {
  await openPage(page, '/settings');
  return page.evaluate(
    async ({ month, times }) => {
      const taken: number[] = [];
      for (let time = 0; time <= times; time += 1) {
        const beganAt = performance.now();
        const { global } = await window.tokentab.getAllUsageStats(month);
        taken.push(performance.now() - beganAt);
        if (global.eventCount === 0) throw new Error('The seeded month is empty.');
      }
      return taken.slice(1);
    },
    { month: seededMonth, times: timesPerRun },
  );
}

const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;
