import { readIncidents, removeIncident } from '../../protocol/safety-store';
import { formatBytes } from '../../texts/format';
import { t } from '../../texts/texts';
import { toasts } from '../shell/toasts.svelte';

/** Shows once, until dismissed, what was found and repaired while the database was opened. */
export async function showIncidents(): Promise<void> {
  for (const { id, kind, bytes } of await readIncidents()) {
    const text = kind === 'header' ? t.safety.markRestored : t.safety.setAside(formatBytes(bytes));
    toasts.show({ kind: 'failed', text });
    await removeIncident(id);
  }
}
