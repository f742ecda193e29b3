import { goto } from '$app/navigation';
import type { Month } from '../../model/months';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { statementLink } from '../../state/view/links';
import { formatMonth } from '../../texts/format';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

/** The actions on a client; '' is the projects without one, where there is no name to change. */
export function clientItems(name: string, month: Month): MenuItem[] {
  const statement = {
    label: t.clients.statementFor(formatMonth(month)),
    run: () => void goto(statementLink(name, month)),
  };
  if (name === '') return [statement];
  return [statement, { label: t.clients.rename, run: () => dialogs.show({ kind: 'rename-client', name }) }];
}
