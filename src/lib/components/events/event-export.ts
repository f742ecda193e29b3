import type { StoredUsageEvent } from '../../model/usage-event-page';
import { allEvents, type EventFilter } from '../../state/events/event-list.svelte';
import { sourceName } from '../../state/imports/source-names';
import { projectName, projects } from '../../state/projects/projects.svelte';
import { t } from '../../texts/texts';
import type { ExportChoice } from '../export/export-choice';
import { listChoices } from '../export/table-export';
import type { Column } from '../lists/column';
import { currencyColumns } from '../lists/usage-columns';

/** All events of the list, including those that weren't scrolled to, with civil days and UTC times. */
export function eventChoices(filter: () => EventFilter): ExportChoice[] {
  const { from, to } = filter();
  return listChoices(`tokentab-${from}-${to}-events`, columns(), () => allEvents(filter()));
}

function columns(): Column<StoredUsageEvent>[] {
  const nameOf = (id: string) => projectName(projects.byId(id) ?? { name: '' });
  return [
    { key: 'date', head: t.month.day, value: ({ date }) => date },
    { key: 'time', head: t.exports.time, value: timeOf },
    { key: 'project', head: t.month.project, value: ({ projectId }) => nameOf(projectId) },
    {
      key: 'client',
      head: t.month.client,
      value: ({ projectId }) => projects.byId(projectId)?.clientName ?? null,
    },
    { key: 'source', head: t.month.groupings.source, value: ({ source }) => sourceName(source) },
    { key: 'provider', head: t.projects.provider, value: ({ provider }) => provider },
    { key: 'model', head: t.month.groupings.model, value: ({ model }) => model },
    { key: 'eventType', head: t.month.groupings.eventType, value: ({ eventType }) => eventType },
    { key: 'llmMode', head: t.exports.mode, value: ({ llmMode }) => t.projects[llmMode] },
    { key: 'session', head: t.exports.session, value: ({ sessionId }) => sessionId },
    { key: 'path', head: t.month.groupings.path, value: ({ path }) => path },
    { key: 'inputTokens', head: t.projects.inputTokens, value: ({ inputTokens }) => inputTokens },
    { key: 'cacheReadTokens', head: t.projects.cacheReadTokens, value: (event) => event.cacheReadTokens },
    {
      key: 'cacheWriteTokens',
      head: t.projects.cacheWriteTokens,
      value: (event) => event.cacheWrite5mTokens + event.cacheWrite1hTokens,
    },
    { key: 'outputTokens', head: t.projects.outputTokens, value: ({ outputTokens }) => outputTokens },
    { key: 'totalTokens', head: t.month.total, value: ({ totalTokens }) => totalTokens },
    {
      key: 'costUsd',
      head: t.exports.cost,
      value: ({ costNanoUsd }) => (costNanoUsd === null ? null : costNanoUsd / 1e9),
    },
    ...currencyColumns<StoredUsageEvent>(({ costNanoUsd }) => costNanoUsd),
    { key: 'costBasis', head: t.exports.costBasis, value: ({ costBasis }) => t.cost.how[costBasis] },
    { key: 'priceRule', head: t.exports.priceRule, value: ({ priceRule }) => priceRule },
    {
      key: 'countQuality',
      head: t.exports.countQuality,
      value: ({ countQuality }) => t.cost.qualities[countQuality],
    },
  ];
}

/** A provider's daily bucket has no time of day. */
function timeOf({ granularity, occurredAt }: StoredUsageEvent): string | null {
  return granularity === 'day' ? null : new Date(occurredAt).toISOString();
}
