import { t } from '../../texts/texts';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { call } from './connection.svelte';

/** @param zone null follows the browser */
export async function saveTimeZone(zone: string | null): Promise<void> {
  try {
    const saved = await call('updateTimeZone', zone, Date.now());
    toasts.show({ kind: 'done', text: t.settings.timeZoneSaved(saved.reportingTimeZone) });
  } catch (error) {
    reportFailure(t.settings.timeZoneFailed, error);
  }
}
