import { SafetyWorker } from '../../client/safety-worker';
import { call } from './connection.svelte';
import { download } from '../shell/download';

/** Exports the whole database and downloads it as one SQLite file, named after the day. */
export async function exportDatabase(today: string): Promise<void> {
  const bytes = await call('exportDatabase');
  download(new Blob([bytes], { type: 'application/vnd.sqlite3' }), `tokentab-${today}.sqlite3`);
}

/** Downloads it compressed, for another device to merge. @param passphrase encrypts the file, unless it is empty */
export async function exportChanges(today: string, passphrase: string): Promise<void> {
  const database = await call('exportDatabase');
  const packing = new Response(new Blob([database]).stream().pipeThrough(new CompressionStream('gzip')));
  const packed = new Uint8Array(await packing.arrayBuffer());
  const name = `tokentab-changes-${today}.sqlite3.gz`;
  if (passphrase === '') {
    download(new Blob([packed], { type: 'application/gzip' }), name);
    return;
  }
  const worker = new SafetyWorker();
  try {
    const bytes = await worker.ask({ kind: 'encrypt', bytes: packed, secret: { passphrase } }, [
      packed.buffer,
    ]);
    download(new Blob([bytes], { type: 'application/octet-stream' }), `${name}.age`);
  } finally {
    worker.end();
  }
}
