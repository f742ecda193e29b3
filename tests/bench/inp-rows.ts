import type { Page } from 'playwright';
import { inBrowser, openPage } from './browser';
import { pause, takeInteractions, watchInteractions } from './inp/event-timing';
import { habits, type Habit } from './inp/habits';
import { median } from './median';
import { findNative } from './native';
import { seededMonth } from './native/seed';
import type { BenchOptions } from './options';
import { placeDatabase, seededDatabase } from './seeded-database';
import type { Row } from './table';

/** The factor by which the page's main thread is slowed down. */
const throttling = 4;
/** How often each habit is repeated per run. */
const timesPerRun = 10;

/** How fast the page responds: one row for daily habits, one for all, and one for each habit. */
export async function inpRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const events = Math.round(1_000_000 * scale);
  const name = `Interaction to next paint, ${events.toLocaleString('en')} events, 200 projects, all pinned, CPU ${throttling}x slower`;
  const native = await findNative();
  if (native === null) return [{ name, ours: 'not measured', peer: 'native SQLite is not installable here' }];
  const file = await seededDatabase(native, events);
  const durations = new Map<string, number[]>(habits.map((habit) => [habit.name, []]));
  for (let run = 0; run < runs; run += 1) {
    await inBrowser(url, async (page) => {
      await placeDatabase(page, file);
      await pinAll(page);
      for (const habit of habits) durations.get(habit.name)?.push(...(await practise(page, habit)));
    });
  }
  const ofAll = (chosen: readonly Habit[]) => chosen.flatMap((habit) => durations.get(habit.name) ?? []);
  return [
    {
      ...toRow(`${name}: what is done all day`, ofAll(habits.filter(({ isDaily }) => isDaily === true))),
      peer: 'under 200 ms is good (web.dev)',
    },
    toRow('The same of all that was tried', ofAll(habits)),
    ...[...durations].map(([habit, values]) => toRow(`– ${habit}`, values)),
  ];
}

async function pinAll(page: Page): Promise<void> {
  await openPage(page, '/settings');
  await page.evaluate(async () => {
    const { projects } = await window.tokentab.getAllUsageStats();
    await Promise.all(projects.map(({ projectId }) => window.tokentab.updateProjectPinned(projectId, true)));
  });
}

async function practise(page: Page, { act }: (typeof habits)[number]): Promise<number[]> {
  await openPage(page, `/?month=${seededMonth}`);
  await page.getByRole('table', { name: /^Projects/ }).waitFor();
  await page.getByTestId('drag-preview').waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  await watchInteractions(page);
  for (let time = 0; time < timesPerRun; time += 1) {
    await act(page, time);
    await pause(page);
  }
  const durations = await takeInteractions(page);
  await session.detach();
  return durations;
}

function toRow(name: string, durations: readonly number[]): Row {
  const sorted = [...durations].sort((a, b) => a - b);
  // The smallest value that at most two in a hundred exceed.
  const percentile98 = sorted[Math.max(0, Math.ceil(sorted.length * 0.98) - 1)] ?? Number.NaN;
  return {
    name,
    ours: `p98 ${percentile98} ms`,
    peer: '–',
    note: `median ${median(sorted)} ms, worst ${sorted.at(-1) ?? Number.NaN} ms, ${sorted.length} interactions`,
  };
}
