import type { SafetyWorker } from '../../client/safety-worker';
import type { DeviceKey } from '../../model/devices';
import type { Carrier } from '../../sync/carrier';
import { FolderCarrier } from '../../sync/folder-carrier';
import { saveMemory, type StoredSharing } from '../../sync/stored';
import type { Tools } from '../../sync/tools';
import { call } from '../database/connection.svelte';
import { settings } from '../database/settings.svelte';
import { serverUrl } from './server-url';

/**
 * The synchroniser's dependencies in this browser. @param worker encrypts, decrypts and rebuilds; the caller ends it
 */
export async function syncTools(
  { handle, key }: StoredSharing,
  worker: SafetyWorker,
  control: Pick<Tools, 'onProgress' | 'isPaused'>,
): Promise<Tools> {
  const { identity, vault } = key;
  const { schemaVersion } = await call('getStorageState');
  return {
    carrier: handle ? new FolderCarrier(handle, vault) : await connectServer(key),
    database: {
      getSharedImports: () => call('getSharedImports'),
      getTakenBlobs: () => call('getTakenBlobs'),
      exportDecisions: () => call('exportDecisions'),
      exportRecords: (...args) => call('exportRecords', ...args),
      takeInRecords: (...args) => call('takeInRecords', ...args),
      takeInBlob: (...args) => call('takeInBlob', ...args),
      noteBlobs: (...args) => call('noteBlobs', ...args),
    },
    seal: (header, content) => worker.ask({ kind: 'seal', header, content, identity }, [content.buffer]),
    open: (bytes) => worker.ask({ kind: 'open', bytes, identity }, [bytes.buffer]),
    rebuild: async (content) => {
      const file = new Blob([content]);
      await worker.ask({ kind: 'inspect', source: { kind: 'file', file }, timeZone: settings.timeZone });
      return worker.ask({ kind: 'take' });
    },
    ...control,
    save: saveMemory,
    // As many as a batch of an import.
    recordsAtOnce: 8000,
    now: () => Date.now(),
    schema: schemaVersion,
  };
}

/** Loads the client only here, because few people use a server. @throws `CarrierProblem` */
export async function connectServer({ identity, vault }: DeviceKey): Promise<Carrier> {
  const { NatsCarrier } = await import('../../sync/nats-carrier');
  return NatsCarrier.open(serverUrl(), identity, vault);
}
