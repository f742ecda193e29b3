import { mappedSource } from '../../model/mapped-source';
import type { TableMapping } from '../../model/table-mapping';
import type { SourceUsageEvent } from '../../model/usage-event';
import { foreignPath } from '../reading/call';
import { isProblem } from '../reading/json-fields';
import { RowNames } from './row-names';
import { readRow, type RowProblem, type TableRow } from './row';

export interface ReadRow {
  event: SourceUsageEvent;
  /** The project's name in the row, if it isn't a folder. */
  projectName: string | null;
}

/** Reads the rows of one file, in their order. */
export class RowReader {
  private readonly names: RowNames;
  private readonly source: string;

  constructor(
    private readonly mapping: TableMapping,
    private readonly now: number,
  ) {
    this.names = new RowNames(mapping, now);
    this.source = mappedSource(mapping.id);
  }

  /** Null if the row contains no tokens. `position` counts rows from 1. */
  read(row: TableRow, position: number): ReadRow | RowProblem | null {
    const usage = readRow(row, this.mapping, this.now);
    const name = this.names.nameOf(row, usage);
    if (usage === null || isProblem(usage)) return usage;
    const { tokens, occurredAt, isDay, project, provider, model, eventType, sessionId } = usage;
    // A folder leads to the same project as in logs. Any other name is shared by all mapped tables.
    const isFolder = project !== null && /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(project);
    const event: SourceUsageEvent = {
      ...tokens,
      dedupeKey: `${this.source}:${name}`,
      occurredAt,
      granularity: isDay ? 'day' : 'moment',
      path: isFolder ? project : foreignPath('table', project),
      provider,
      model,
      eventType,
      sessionId,
      llmMode: this.mapping.llmMode,
      position,
      isOutputFinal: true,
      // What the current version of the mapping reads replaces what a former version read.
      precedence: this.mapping.earlier.length,
    };
    return { event, projectName: isFolder ? null : project };
  }
}
