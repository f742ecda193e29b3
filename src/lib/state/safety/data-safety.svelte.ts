import { chosenDatabase } from '../../client/current';
import { deleteBackup, listBackups, type StoredBackup } from '../../client/backup-list';
import { SafetyWorker } from '../../client/safety-worker';
import { outdatedGenerations } from '../../model/generations';
import { safetyLevel } from '../../model/safety-level';
import { civilDate } from '../../model/civil-time';
import type { BackupFile } from '../../protocol/backups';
import type { IntegrityReport } from '../../protocol/commands';
import { readNotes, saveNote } from '../../protocol/safety-store';
import { asTokentabError } from '../shell/errors';
import { call } from '../database/connection.svelte';
import { browserTimeZone, settings } from '../database/settings.svelte';
import { backupFolder } from './backup-folder.svelte';

/** The share of this site's storage quota that backups may use. */
const shareOfQuota = 0.2;

/** How safe this browser's copy of the data is, and its backups. Only the user's own database has backups. */
class DataSafety {
  backups = $state.raw<readonly StoredBackup[]>([]);
  isPersisted = $state<boolean>();
  /** The maximum total size of the backups, in bytes; undefined if the browser states no quota. */
  mostBytes = $state<number>();
  lastCheckAt = $state<number>();
  lastCopyAt = $state<number>();
  isDamaged = $state(false);
  isBackingUp = $state(false);
  isKnown = $state(false);

  /** @param events the number of events that are stored now */
  level(events: number, isDamaged: boolean) {
    return safetyLevel({
      now: Date.now(),
      events,
      isDamaged,
      lastBackupAt: this.backups[0]?.madeAt,
      lastCopyAt: this.lastCopyAt,
      isPersisted: this.isPersisted,
    });
  }

  get bytes(): number {
    return this.backups.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async refresh(): Promise<void> {
    this.backups = await listBackups();
    const notes = await readNotes();
    this.lastCheckAt = notes['note-check']?.at;
    this.isDamaged = notes['note-check']?.ok === false;
    this.lastCopyAt = notes['note-copy']?.at;
    if ('storage' in navigator) {
      this.isPersisted = await navigator.storage.persisted();
      const { quota } = await navigator.storage.estimate();
      if (quota !== undefined) this.mostBytes = quota * shareOfQuota;
    }
    this.isKnown = true;
  }

  /**
   * Copies the open database, opens the copy and checks it; only then it counts as a backup. Removes outdated ones.
   * @throws `Corrupt` if the copy fails the check: then the database itself is damaged, and no older backup is
   * removed
   */
  async backUp(reason: BackupFile['reason'] = 'automatic'): Promise<BackupFile> {
    this.isBackingUp = true;
    const worker = new SafetyWorker();
    const at = Date.now();
    try {
      const bytes = await call('exportDatabase');
      const backup = await worker.ask({ kind: 'keep', bytes, at, reason }, [bytes.buffer]);
      await saveNote({ id: 'note-check', at, ok: true });
      if (await backupFolder.copy(backup)) await saveNote({ id: 'note-copy', at, ok: true });
      await this.refresh();
      await this.#removeOutdated();
      return backup;
    } catch (error) {
      if (asTokentabError(error).code === 'Corrupt') {
        await saveNote({ id: 'note-check', at, ok: false });
        // So that the leader meets the damage itself, and stops writing.
        await call('requireSound', false).catch(() => undefined);
      }
      await this.refresh();
      throw error;
    } finally {
      worker.end();
      this.isBackingUp = false;
    }
  }

  /**
   * Checks a copy of the open database in a worker of its own: for a million events this takes many seconds, in which
   * the database answers as usual. If the file is damaged, nothing more is written to it.
   * @throws `Corrupt` if it is too damaged to be checked
   */
  async check(): Promise<IntegrityReport> {
    const worker = new SafetyWorker();
    // So that the leader meets the damage itself, and stops writing.
    const stopWriting = () => call('requireSound', true).catch(() => undefined);
    try {
      const bytes = await call('exportDatabase');
      const report = await worker.ask({ kind: 'check', bytes, timeZone: browserTimeZone() }, [bytes.buffer]);
      if (!report.ok) await stopWriting();
      return report;
    } catch (error) {
      if (asTokentabError(error).code === 'Corrupt') await stopWriting();
      throw error;
    } finally {
      worker.end();
    }
  }

  /** Records that a copy has left the browser. */
  async noteCopy(): Promise<void> {
    await saveNote({ id: 'note-copy', at: Date.now(), ok: true });
    await this.refresh();
  }

  async protect(): Promise<boolean> {
    this.isPersisted = await navigator.storage.persist();
    return this.isPersisted;
  }

  async #removeOutdated(): Promise<void> {
    const outdated = outdatedGenerations(this.backups, {
      now: Date.now(),
      maxBytes: this.mostBytes ?? Number.POSITIVE_INFINITY,
      dayOf: (time) => civilDate(time, settings.timeZone),
    });
    for (const { name } of outdated) await deleteBackup(name);
    if (outdated.length > 0) this.backups = await listBackups();
  }
}

export const dataSafety = new DataSafety();

/** Sample data can be created again, and a memory database is never meant to be kept. */
export const canBackUp = (): boolean => chosenDatabase() === 'main';
