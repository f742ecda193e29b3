import { collectFromHandles } from '../../ingest/files/collect-files';
import { importRun } from './import-run.svelte';

interface LaunchWindow {
  launchQueue?: {
    setConsumer(consumer: (launch: { files?: readonly FileSystemHandle[] }) => void): void;
  };
}

/**
 * Imports files that the system opens with the installed app (the manifest's `file_handlers`). No page can forge that, and
 * the import can be undone, so nothing is asked. The browser keeps what comes before the consumer is there, and hands it
 * out again after a reload; what is known by then counts once.
 */
export function importLaunchedFiles(): void {
  (window as LaunchWindow).launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void importRun.startNext(collectFromHandles(files));
  });
}
