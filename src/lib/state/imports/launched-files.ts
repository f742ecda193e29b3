import { collectFromHandles } from '../../ingest/files/collect-files';
import { importRun } from './import-run.svelte';

interface LaunchWindow {
  launchQueue?: {
    setConsumer(consumer: (launch: { files?: readonly FileSystemHandle[] }) => void): void;
  };
}

/**
 * Imports files that the operating system opens with the installed app (the manifest's `file_handlers`). No website
 * can forge such a launch, and the import can be undone, so the user isn't asked. The browser queues launches until
 * the consumer is set and delivers them again after a reload; the dedupe keys make them count once.
 */
export function importLaunchedFiles(): void {
  (window as LaunchWindow).launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void importRun.startNext(collectFromHandles(files));
  });
}
