import type { ExchangeRate } from '../../model/display-currency';
import { formatMonth } from '../../texts/format';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';

export const chooseCurrency = (code: string) => attempt(() => call('saveDisplayCurrency', code, Date.now()));

/** False when that failed; the user is told. */
export const saveRate = (code: string, { month, perUsd }: ExchangeRate) =>
  attempt(() => call('saveExchangeRate', code, month, perUsd, Date.now()));

/** Offers undo. */
export const removeRate = undoable((code: string, { month, perUsd }: ExchangeRate) =>
  attempt(async () => {
    await call('saveExchangeRate', code, month, null, Date.now());
    undoStack.offer(t.currency.removed(formatMonth(month)), () =>
      call('saveExchangeRate', code, month, perUsd, Date.now()),
    );
  }),
);

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    reportFailure(t.currency.failed, error);
    return false;
  }
}
