import { whenNothingImports } from '../../model/import-lock';
import { readNotes, saveNote } from '../../protocol/safety-store';
import { t } from '../../texts/texts';
import { connection } from '../database/connection.svelte';
import { asTokentabError } from '../shell/errors';
import { reportFailure } from '../shell/report';
import { canBackUp, dataSafety } from './data-safety.svelte';
import { tellIncidents } from './tell-incidents';

const dayMs = 24 * 60 * 60 * 1000;
/** After an import has ended, or the page was opened: the user comes first. */
const restMs = 20_000;
const lookEvery = 60 * 60 * 1000;

/**
 * Backs up after imports and once a day, from the tab that owns the database: a backup is also the check that it is whole.
 * Gives what ends it.
 */
export function watchOverData(): () => void {
  void tellIncidents().catch(withoutNotes);
  if (!canBackUp()) return () => undefined;
  let hasImported = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), restMs);
  };
  const look = async (): Promise<void> => {
    if (connection.status.state !== 'ready' || connection.status.role !== 'leader') return;
    await whenNothingImports();
    if (hasImported || (await isDue())) {
      hasImported = false;
      await backUp();
    }
  };
  const stop = connection.onChange((changed) => {
    if (!changed.has('imports') || changed.has('settings')) return;
    hasImported = true;
    soon();
  });
  const hourly = setInterval(soon, lookEvery);
  soon();
  return () => {
    clearTimeout(timer);
    clearInterval(hourly);
    stop();
  };
}

/** Without IndexedDB nothing was noted. */
const withoutNotes = () => undefined;

async function isDue(): Promise<boolean> {
  const { events, projects } = await connection.client.call('getStoredContents');
  if (events + projects <= 1) return false;
  await dataSafety.refresh();
  const last = dataSafety.backups.find(({ reason }) => reason === 'automatic');
  return last === undefined || Date.now() - last.madeAt > dayMs;
}

async function backUp(): Promise<void> {
  try {
    await dataSafety.backUp();
    await askOnce();
  } catch (error) {
    // A tab that was closed or lost its lead meanwhile: another one does it.
    if (['Cancelled', 'LeaderLost', 'StorageGone'].includes(asTokentabError(error).code)) return;
    reportFailure(t.safety.backUpFailed, error);
  }
}

/** Whether the browser may clear the data by itself is asked once, when there is something to lose. Firefox asks the user. */
async function askOnce(): Promise<void> {
  if (dataSafety.isPersisted !== false || (await readNotes())['note-asked'] !== undefined) return;
  await saveNote({ id: 'note-asked', at: Date.now(), ok: await dataSafety.protect() });
}
