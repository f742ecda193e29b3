import { goto } from '$app/navigation';
import { rangeOf, type Month } from '../../model/months';
import type { UsageSums } from '../../model/usage-stats';
import type { Reader } from '../../state/database/reader';
import { settings } from '../../state/database/settings.svelte';
import { clientNames } from '../../state/projects/clients';
import { projectName, projects } from '../../state/projects/projects.svelte';
import { readCostQuestion } from '../../state/palette/cost-question';
import { numbersLink } from '../../state/view/links';
import { currencyOf } from '../../state/view/page-currency.svelte';
import { addressIn, type Filters } from '../../state/view/view-address';
import { usageFilter } from '../../state/view/view-usage';
import { formatMonth } from '../../texts/format';
import { formatKnownCost, withMark } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { PaletteItem } from './palette-items';

interface Subject {
  name: string;
  filters: Filters;
  route: Parameters<typeof numbersLink>[0];
  query: Record<string, string>;
}

/** The answer to 'cost of Northwind in October' as an item of the palette; undefined if something else was typed. */
export async function costAnswer(read: Reader, typed: string): Promise<PaletteItem | undefined> {
  const question = readCostQuestion(typed, subjects(), settings.today);
  if (question === undefined) return undefined;
  const { about = everything(), month } = question;
  const filter = usageFilter(about.filters, rangeOf(month), projects);
  const [sums] = await read('getUsageTotals', filter, null);
  return sums === undefined ? undefined : answer(about, month, sums);
}

function answer({ name, route, query }: Subject, month: Month, sums: UsageSums): PaletteItem {
  const cost =
    sums.eventCount === 0 ? t.cost.noUsage : withMark(formatKnownCost(sums, currencyOf(month)), sums);
  const text = t.cost.answer(name, formatMonth(month), cost);
  const address = addressIn('money', numbersLink(route), new URLSearchParams({ ...query, month }));
  return { id: 'answer', kind: 'answer', text, detail: '', name: '', words: '', run: () => goto(address) };
}

/** Clients first, since they are what people bill. */
function subjects(): Subject[] {
  return [
    ...clientNames().map((name): Subject => ({
      name,
      filters: { client: name },
      route: '/client',
      query: { name },
    })),
    ...projects.all.map((project): Subject => ({
      name: projectName(project),
      filters: { project: project.id },
      route: '/project',
      query: { id: project.id },
    })),
  ];
}

const everything = (): Subject => ({ name: t.cost.cost, filters: {}, route: '/', query: {} });
