import { amountOf, type Measure } from '../../model/measure';
import type { ViewUsage } from '../../state/view/view-usage';
import { formatDates } from '../../texts/format';
import { isUnknown } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import { kindSeries, largestSeries, type Series } from '../charts/series';
import { rowKey, rowName } from './group-rows';

/** The number of values with separate colours; the rest is a single grey. */
const mostSeries = 5;

/** The bars of a view, grouped as it says. They add up to its total. */
export function chartSeries({ view, series, timeline, times }: ViewUsage, measure: Measure): Series[] {
  const { by } = view;
  if (by === 'kind') {
    const { input, cacheRead, cacheWrite, output } = t.month;
    return kindSeries(timeline, times, { input, cacheRead, cacheWrite, output });
  }
  const rows = series.map((each) => {
    const key = rowKey(by, each.key);
    return {
      ...{ key, name: rowName(by, key), time: each.time, amount: amountOf(measure, each) },
      isUnknown: measure === 'money' && isUnknown(each),
    };
  });
  return largestSeries(rows, times, mostSeries, t.month.other);
}

export function chartTitle({ view, step }: ViewUsage, measure: Measure): string {
  const range = formatDates(view.period.from, view.period.to);
  const group = t.month.groupNames[view.by];
  const titles = measure === 'money' ? t.cost : t.month;
  return step === 'day' ? titles.chartByDay(group, range) : titles.chartByMonth(group, range);
}
