import { v7 as uuidv7 } from 'uuid';
import { emptyRecords, packRecords } from '../../model/source-records';
import { BatchSender } from '../run/batch-sender';
import type { ImportTarget } from '../import-target';
import { sampleDay, sampleProjects } from './sample-usage';

const day = 24 * 60 * 60 * 1000;
/** Three months, so that there is a month to compare with. */
const days = 92;

/**
 * Fills the sample database with about two thousand invented calls up to `now` (UTC milliseconds), with the same
 * commands as an import. Does nothing if it is already filled. After an interruption it can be called again and
 * counts nothing twice.
 */
export async function fillSampleDatabase(target: ImportTarget, now: number): Promise<void> {
  const imports = await target.call('getImports');
  if (imports.some(({ status }) => status === 'finished')) return;

  const id = uuidv7();
  await target.call('beginImport', { id, startedAt: now });
  const sender = new BatchSender(target, id);
  const today = Math.floor(now / day) * day;
  for (let start = today - days * day; start <= today; start += day) {
    const { events, sessions } = sampleDay(start, now);
    sender.add('claude-code', packRecords({ ...emptyRecords(), events, sessions }, 'claude-code'));
  }
  await sender.flush();
  await nameProjects(target, now);
  await target.call('finishImport', {
    id,
    finishedAt: now,
    wasCancelled: false,
    source: 'claude-code',
    files: 0,
    filesSkipped: 0,
    problems: [],
  });
}

/** An import names projects after their folders; the samples get clients, proper names and two pins. */
async function nameProjects(target: ImportTarget, now: number): Promise<void> {
  const projects = await target.call('getProjects');
  for (const sample of sampleProjects) {
    const folder = sample.path.slice(sample.path.lastIndexOf('/') + 1);
    const project = projects.find(({ name }) => name === folder || name === sample.name);
    if (project === undefined) continue;
    await target.call('updateProject', project.id, { name: sample.name, clientName: sample.clientName }, now);
    if (sample.isPinned) await target.call('updateProjectPinned', project.id, true, now);
  }
}
