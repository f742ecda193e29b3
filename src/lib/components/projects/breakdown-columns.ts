import type { GroupUsage } from '../../model/usage-stats';
import { t } from '../../texts/texts';
import type { Column } from '../lists/column';
import { usageColumns } from '../lists/usage-columns';
import { rowName } from '../usage/group-rows';

export type Breakdown = 'model' | 'source' | 'path';

/** The columns of a project's usage by model, source or folder, on screen and in its file. */
export function breakdownColumns(by: Breakdown, shown?: Parameters<typeof usageColumns>[1]) {
  const name: Column<GroupUsage> = {
    key: by,
    head: t.month.groupings[by],
    value: ({ key }) => rowName(by, key ?? ''),
  };
  return { name, ...usageColumns<GroupUsage>((row) => row, shown) };
}
