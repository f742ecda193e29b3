import { call } from './connection.svelte';
import { download } from '../shell/download';

/** Exports the whole database and downloads it as one SQLite file, named after the day. */
export async function exportDatabase(today: string): Promise<void> {
  const bytes = await call('exportDatabase');
  download(new Blob([bytes], { type: 'application/vnd.sqlite3' }), `tokentab-${today}.sqlite3`);
}

/** The same, compressed, for another device to take in. */
export async function exportChanges(today: string): Promise<void> {
  const bytes = await call('exportDatabase');
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')));
  const blob = new Blob([await packed.arrayBuffer()], { type: 'application/gzip' });
  download(blob, `tokentab-changes-${today}.sqlite3.gz`);
}
