import { goto } from '$app/navigation';
import { isTeamOpen } from '../../client/current';
import type { Month } from '../../model/months';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { statementLink } from '../../state/view/links';
import { formatMonth } from '../../texts/format';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

/**
 * The actions on a client. Without a name ('' is the projects without a client) there is none to change, and a team's
 * owners name its clients.
 */
export function clientItems(name: string, month: Month): MenuItem[] {
  const statement = {
    label: t.clients.statementFor(formatMonth(month)),
    run: () => void goto(statementLink(name, month)),
  };
  if (name === '' || isTeamOpen()) return [statement];
  return [statement, { label: t.clients.rename, run: () => dialogs.show({ kind: 'rename-client', name }) }];
}
