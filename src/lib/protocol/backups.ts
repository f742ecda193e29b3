import type { BlobHeader, DeviceKey, OpenedBlob } from '../model/devices';
import type { ErrorData } from '../model/errors';
import type { IntegrityReport } from './command-data';

/** The OPFS directory of the automatic backups, next to the pool. */
export const backupsDirectory = 'tokentab-backups';

/** The file in this directory with a rebuilt database, which the next opening puts in place. */
export const readyFile = 'restore.sqlite3';

/** What a backup's file name says. A file with such a name was opened and checked after it was written. */
export interface BackupFile {
  name: string;
  /** UTC milliseconds. */
  madeAt: number;
  schemaVersion: number;
  events: number;
  /** `restore` and `merge`: the database as it was before. */
  reason: 'automatic' | 'restore' | 'merge';
}

const pattern = /^tokentab-(\d+)-v(\d+)-(\d+)(?:-(restore|merge))?\.sqlite3\.gz$/;

export function backupName({ madeAt, schemaVersion, events, reason }: Omit<BackupFile, 'name'>): string {
  return `tokentab-${madeAt}-v${schemaVersion}-${events}${reason === 'automatic' ? '' : `-${reason}`}.sqlite3.gz`;
}

/** Undefined for any other file. */
export function parseBackupName(name: string): BackupFile | undefined {
  const [, madeAt, schemaVersion, events, reason] = pattern.exec(name) ?? [];
  if (madeAt === undefined) return undefined;
  return {
    name,
    madeAt: Number(madeAt),
    schemaVersion: Number(schemaVersion),
    events: Number(events),
    reason: reason === 'restore' || reason === 'merge' ? reason : 'automatic',
  };
}

/** What merging another database does, or would do. */
export interface MergePreview {
  before: DatabaseContents;
  after: DatabaseContents;
  /** The number of decisions that were merged: names, clients, pins, budgets and so on, counted by field. */
  decisions: number;
}

/** The contents of a database, for comparison with another one. */
export interface DatabaseContents {
  projects: number;
  events: number;
  totalTokens: number;
  /** Civil days 'YYYY-MM-DD'; null without usage. */
  firstDay: string | null;
  lastDay: string | null;
}

/** Rows of one table that couldn't be read or don't fit; `rows` is null if their number is unknown. */
export interface Loss {
  table: string;
  rows: number | null;
}

export interface Inspection {
  contents: DatabaseContents;
  schemaVersion: number;
  losses: Loss[];
}

/** What to inspect: an automatic backup, the user's file, or the damaged database itself. */
export type InspectedSource =
  | { kind: 'backup'; name: string }
  /** It may be encrypted with `passphrase`. */
  | { kind: 'file'; file: Blob; passphrase?: string | undefined }
  | { kind: 'damaged'; file: Blob };

/** The secret of an encrypted file: a passphrase, or the key that the user's devices share. */
export type Secret = { passphrase: string } | { identity: string };

/** Whether the file is encrypted by age. */
export async function isEncrypted(file: Blob): Promise<boolean> {
  const head = 'age-encryption.org/';
  return (await file.slice(0, head.length).text()) === head;
}

/** Whether it opens with a passphrase. A file that is encrypted for a key, as devices exchange them, doesn't. */
export async function needsPassphrase(file: Blob): Promise<boolean> {
  // The second line of an age file names the first recipient's kind; a passphrase is the only recipient of its file.
  const head = 'age-encryption.org/v1\n-> scrypt ';
  return (await file.slice(0, head.length).text()) === head;
}

/** Page → safety worker. Each request is answered once, by its `id`. */
export type SafetyRequest =
  | { id: string; kind: 'keep'; bytes: Uint8Array<ArrayBuffer>; at: number; reason: BackupFile['reason'] }
  /** Checks a copy of the open database like `checkIntegrity`. `timeZone` is the browser's. */
  | { id: string; kind: 'check'; bytes: Uint8Array<ArrayBuffer>; timeZone: string }
  /** The result stays in the worker until it is taken. */
  | { id: string; kind: 'inspect'; source: InspectedSource; timeZone: string }
  /** Returns the inspected database, rebuilt with the newest schema, as bytes that can be trusted. */
  | { id: string; kind: 'take' }
  /** The same, but stored as a file for the next opening, when the current database can't be opened. */
  | { id: string; kind: 'lay-ready' }
  /** Returns the bytes as an age file. */
  | { id: string; kind: 'encrypt'; bytes: Uint8Array<ArrayBuffer>; secret: Secret }
  /** Encrypts a file for the folder that the user's devices share, and decrypts it. */
  | { id: string; kind: 'seal'; header: BlobHeader; content: Uint8Array<ArrayBuffer>; identity: string }
  | { id: string; kind: 'open'; bytes: Uint8Array<ArrayBuffer>; identity: string }
  /** Creates a key for the user's devices, or checks a typed one. */
  | { id: string; kind: 'key'; typed: string | null };

/** Safety worker → page. */
export type SafetyReply =
  | { id: string; ok: true; value: SafetyAnswers[keyof SafetyAnswers] }
  | { id: string; ok: false; error: ErrorData };

export interface SafetyAnswers {
  keep: BackupFile;
  check: IntegrityReport;
  inspect: Inspection;
  take: Uint8Array<ArrayBuffer>;
  'lay-ready': null;
  encrypt: Uint8Array<ArrayBuffer>;
  seal: Uint8Array<ArrayBuffer>;
  open: OpenedBlob;
  key: DeviceKey;
}
