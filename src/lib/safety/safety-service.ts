import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../model/errors';
import {
  isEncrypted,
  type BackupFile,
  type InspectedSource,
  type Inspection,
  type SafetyAnswers,
  type SafetyRequest,
} from '../protocol/backups';
import { UntrustedDatabase } from '../sources/reading/untrusted-database';
import { UnusableDatabase } from '../sources/reading/unusable-database';
import { asTokentabError } from '../database/sql/sqlite-errors';
import { checkIntegrity } from '../database/whole-database/integrity';
import { load } from '../database/whole-database/open-checked';
import type { IntegrityReport } from '../protocol/commands';
import { decrypt, encrypt, readKey } from './age';
import { layReady, readBackup, writeBackup } from './backup-files';
import { gunzip, mostBytes } from './gunzip';
import { rebuild } from './rebuild';
import { openSealed, seal } from './sealed';

/** Answers the requests of a page to its safety worker, one after another, because each may need much memory. */
export class SafetyService {
  readonly #sqlite: Promise<Sqlite3Static>;
  #rebuilt: Uint8Array<ArrayBuffer> | undefined;

  constructor(sqlite: Promise<Sqlite3Static>) {
    this.#sqlite = sqlite;
  }

  /**
   * @throws `TokentabError`: `Corrupt` for a file that fails its own check, `StorageFull`, and the errors of
   * `rebuild`
   */
  async answer(request: SafetyRequest): Promise<SafetyAnswers[SafetyRequest['kind']]> {
    try {
      switch (request.kind) {
        case 'keep':
          return await keep(request.bytes, request.at, request.reason);
        case 'check':
          return check(await this.#sqlite, request.bytes, request.timeZone);
        case 'inspect':
          return await this.#inspect(request.source, request.timeZone);
        case 'take':
          return this.#take();
        case 'lay-ready':
          await layReady(this.#take());
          return null;
        case 'encrypt':
          return await encrypt(request.bytes, request.secret);
        case 'seal':
          return await seal(request.header, request.content, request.identity);
        case 'open':
          return await openSealed(request.bytes, request.identity);
        case 'key':
          return await readKey(request.typed);
      }
    } catch (error) {
      if (error instanceof UnusableDatabase) throw explained(error);
      if (error instanceof DOMException && error.name === 'QuotaExceededError')
        throw new TokentabError('StorageFull', 'quota-full', error);
      if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name))
        throw new TokentabError('NotFound', 'file-unreadable', error);
      throw error;
    }
  }

  async #inspect(source: InspectedSource, timeZone: string): Promise<Inspection> {
    this.#rebuilt = undefined;
    const bytes = source.kind === 'backup' ? await readBackup(source.name) : await readFile(source);
    const database = await UntrustedDatabase.open([bytes]);
    try {
      const isSalvage = source.kind === 'damaged';
      const { bytes: rebuilt, ...inspection } = await rebuild(await this.#sqlite, database, {
        timeZone,
        isSalvage,
      });
      this.#rebuilt = rebuilt;
      return inspection;
    } finally {
      database.close();
    }
  }

  #take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#rebuilt;
    this.#rebuilt = undefined;
    if (bytes) return bytes;
    throw new TokentabError('NotFound', 'backup-unchecked');
  }
}

function explained(error: UnusableDatabase): TokentabError {
  return error.problem === 'database-needs-memory'
    ? new TokentabError('BadInput', error.problem, error)
    : new TokentabError('Corrupt', 'backup-damaged', error);
}

/** Stores a backup and opens it, to prove that it can be restored. */
async function keep(
  bytes: Uint8Array<ArrayBuffer>,
  madeAt: number,
  reason: BackupFile['reason'],
): Promise<BackupFile> {
  const { schemaVersion, events } = await checked(bytes);
  return writeBackup(bytes, { madeAt, schemaVersion, events, reason }, async (written) => {
    const read = await checked(written).catch(() => undefined);
    if (read?.events !== events) throw new TokentabError('Unexpected', 'backup-not-read-back');
  });
}

/** @throws `Corrupt` if it is too damaged to be checked */
function check(sqlite3: Sqlite3Static, bytes: Uint8Array, timeZone: string): IntegrityReport {
  const db = new sqlite3.oo1.DB(':memory:');
  try {
    load(sqlite3, db, 'main', bytes, 'read-only');
    return checkIntegrity({ sqlite3, db, name: 'memory', timeZone, now: () => Date.now() });
  } catch (error) {
    throw asTokentabError(sqlite3, error);
  } finally {
    db.close();
  }
}

async function checked(bytes: Uint8Array): Promise<{ schemaVersion: number; events: number }> {
  const database = await UntrustedDatabase.open([bytes]);
  try {
    database.checkAll();
    let events = 0;
    for (const { event_count } of database.rows('usage_daily', ['event_count']))
      events += Number(event_count);
    return { schemaVersion: database.header('user_version'), events };
  } finally {
    database.close();
  }
}

/** Reads a file from the user's folder: a SQLite file, or one that Tokentab compressed and maybe encrypted. */
async function readFile(
  source: Exclude<InspectedSource, { kind: 'backup' }>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { file } = source;
  if (file.size > mostBytes) throw new TokentabError('BadInput', 'file-over-1-gib');
  if (await isEncrypted(file)) {
    const passphrase = 'passphrase' in source ? source.passphrase : undefined;
    if (passphrase === undefined) throw new TokentabError('BadInput', 'encrypted-without-passphrase');
    const opened = await decrypt(new Uint8Array(await file.arrayBuffer()), { passphrase });
    return readFile({ kind: 'damaged', file: new Blob([opened]) });
  }
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return new Uint8Array(await file.arrayBuffer());
  return gunzip(file);
}
