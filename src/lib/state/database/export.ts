import { call } from './connection.svelte';
import { download } from '../shell/download';

/** Exports the whole database and downloads it as one SQLite file, named after the day. */
export async function exportDatabase(today: string): Promise<void> {
  const bytes = await call('exportDatabase');
  download(new Blob([bytes], { type: 'application/vnd.sqlite3' }), `tokentab-${today}.sqlite3`);
}
