import { nextBackupAt } from '../../model/backup-due';
import { whenNothingImports } from '../../model/import-lock';
import { readNotes, saveNote } from '../../protocol/safety-store';
import { t } from '../../texts/texts';
import { call, connection } from '../database/connection.svelte';
import { asTokentabError } from '../shell/errors';
import { reportFailure } from '../shell/report';
import { canBackUp, dataSafety } from './data-safety.svelte';
import { showIncidents } from './show-incidents';

/** In milliseconds, after an import has ended or the page was opened, so that the user's work comes first. */
const restMs = 20_000;
const checkEvery = 60 * 60 * 1000;

/**
 * Backs up after imports and once a day, from the tab that leads the database. A backup also checks the database.
 * Returns a function that stops it.
 */
export function watchOverData(): () => void {
  void showIncidents().catch(withoutNotes);
  if (!canBackUp()) return () => undefined;
  let hasImported = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checkIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), milliseconds);
  };
  const check = async (): Promise<void> => {
    const { status } = connection;
    if (status.state !== 'ready' || status.role !== 'leader' || status.readOnly) return;
    try {
      await whenNothingImports();
      if (!(await hasSomething())) return;
      const now = Date.now();
      const at = nextBackupAt({ now, lastAt: await lastBackupAt(), hasImported });
      if (at > now) {
        if (hasImported) checkIn(at - now);
        return;
      }
      hasImported = false;
      await dataSafety.backUp();
      await askOnce();
    } catch (error) {
      // If the tab was closed or lost its lead meanwhile, another tab makes the backup.
      if (['Cancelled', 'LeaderLost', 'StorageGone'].includes(asTokentabError(error).code)) return;
      reportFailure(t.safety.backUpFailed, error);
    }
  };
  const stop = connection.onChange((changed) => {
    if (!changed.has('imports') || changed.has('settings')) return;
    hasImported = true;
    checkIn(restMs);
  });
  const hourly = setInterval(() => checkIn(restMs), checkEvery);
  checkIn(restMs);
  return () => {
    clearTimeout(timer);
    clearInterval(hourly);
    stop();
  };
}

/** Without IndexedDB, nothing is recorded. */
const withoutNotes = () => undefined;

async function hasSomething(): Promise<boolean> {
  const { events, projects } = await call('getStoredContents');
  // One project always exists: the one for everything without a project.
  return events + projects > 1;
}

async function lastBackupAt(): Promise<number | undefined> {
  await dataSafety.refresh();
  return dataSafety.backups.find(({ reason }) => reason === 'automatic')?.madeAt;
}

/**
 * Asks once, when there is something to lose, that the browser doesn't clear the data automatically. Firefox asks the
 * user.
 */
async function askOnce(): Promise<void> {
  if (dataSafety.isPersisted !== false || (await readNotes())['note-asked'] !== undefined) return;
  await saveNote({ id: 'note-asked', at: Date.now(), ok: await dataSafety.protect() });
}
