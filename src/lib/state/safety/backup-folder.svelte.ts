import {
  copyBackup,
  forgetBackupFolder,
  keepBackupFolder,
  readBackupFolder,
  type StoredBackupFolder,
} from '../../client/backup-folder';
import { packedBackup } from '../../client/backup-list';
import { chosenDatabase } from '../../client/current';
import { folderPermission, requestFolder } from '../../ingest/files/folder-access';
import { civilDate } from '../../model/civil-time';
import type { BackupFile } from '../../protocol/backups';
import { t } from '../../texts/texts';
import { settings } from '../database/settings.svelte';
import { reportFailure } from '../shell/report';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** A folder chosen by the user. Every backup is copied into it, as long as that needs no permission prompt. */
class BackupFolder {
  stored = $state.raw<StoredBackupFolder>();
  /** The current permission to write; undefined without a folder. */
  permission = $state<PermissionState>();

  get isSupported(): boolean {
    return 'showDirectoryPicker' in window && chosenDatabase() === 'main';
  }

  async load(): Promise<void> {
    if (!this.isSupported) return;
    this.stored = await readBackupFolder();
    this.permission = this.stored && (await folderPermission(this.stored.handle, 'readwrite'));
  }

  /** False if the user has chosen none. */
  async choose(): Promise<boolean> {
    try {
      const handle = await (window as PickerWindow).showDirectoryPicker?.({
        id: 'backups',
        mode: 'readwrite',
      });
      if (!handle) return false;
      this.stored = await keepBackupFolder(handle);
      this.permission = await folderPermission(handle, 'readwrite');
      return true;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        reportFailure(t.safety.folderFailed, error);
      return false;
    }
  }

  /** Call from a click: the browser asks the user. */
  async allow(): Promise<boolean> {
    if (this.stored) this.permission = await requestFolder(this.stored.handle, 'readwrite');
    return this.permission === 'granted';
  }

  /** Copied backups stay in the folder. */
  async forget(): Promise<void> {
    await forgetBackupFolder();
    this.stored = this.permission = undefined;
  }

  /** True if the backup was copied. Reports failures, except a missing permission. */
  async copy(backup: BackupFile): Promise<boolean> {
    try {
      await this.load();
      if (!this.stored || this.permission !== 'granted') return false;
      const file = await packedBackup(backup.name);
      await copyBackup(this.stored, backup, file, (time) => civilDate(time, settings.timeZone));
      return true;
    } catch (error) {
      reportFailure(t.safety.folderFailed, error);
      return false;
    }
  }
}

export const backupFolder = new BackupFolder();
