import type { ImportSummary } from '../../../../src/lib/model/import-summary';
import type { SourceUsageEvent } from '../../../../src/lib/model/usage-event';
import type { ImportTarget } from '../../../../src/lib/ingest/import-target';
import { keyText } from '../../../../src/lib/database/events/event-key';
import { openBatch, type OpenedBatch } from '../../../../src/lib/database/imports/open-batch';
import type { Command, Commands, ImportEnd, UsageEventBatch } from '../../../../src/lib/protocol/commands';
import { BestRecords } from '../../../../src/lib/sources/reading/better-record';

/** A stand-in for the database: it records what arrives, and answers when the test lets it. */
export class RecordingTarget implements ImportTarget {
  readonly batches: OpenedBatch[] = [];
  readonly commands: Command[] = [];
  end: ImportEnd | null = null;
  unanswered = 0;
  mostUnanswered = 0;
  /** Awaited before a batch is answered. */
  beforeAnswer: (batch: OpenedBatch) => Promise<void> = () => Promise.resolve();

  async call<C extends Command>(
    command: C,
    ...args: Parameters<Commands[C]>
  ): Promise<ReturnType<Commands[C]>> {
    this.commands.push(command);
    return (await this.answer(command, args)) as ReturnType<Commands[C]>;
  }

  get events(): SourceUsageEvent[] {
    const best = new BestRecords();
    for (const { events } of this.batches)
      for (const { key, event } of events) best.add({ ...event, dedupeKey: keyText(key) });
    return [...best].sort((a, b) => (a.dedupeKey < b.dedupeKey ? -1 : 1));
  }

  private async answer(command: Command, args: unknown[]): Promise<unknown> {
    if (command === 'addUsageEvents') return this.addBatch(openBatch(args[0] as UsageEventBatch));
    if (['getFileCursors', 'getTableMappings', 'getUndecidedNames'].includes(command)) return [];
    if (command === 'finishImport') return this.finish(args[0] as ImportEnd);
    return undefined;
  }

  private async addBatch(batch: OpenedBatch): Promise<unknown> {
    this.batches.push(batch);
    this.unanswered += 1;
    this.mostUnanswered = Math.max(this.mostUnanswered, this.unanswered);
    await this.beforeAnswer(batch);
    this.unanswered -= 1;
    return { eventsAdded: batch.events.length, eventsReplaced: 0, duplicates: 0 };
  }

  private finish(end: ImportEnd): ImportSummary {
    this.end = end;
    const { id, source, files, filesSkipped, filesUnchanged = 0, problems } = end;
    const eventsAdded = this.events.length;
    return {
      id,
      source,
      files,
      filesSkipped,
      filesUnchanged,
      problems,
      eventsAdded,
      eventsReplaced: 0,
      duplicates: 0,
      outputNotFinal: 0,
    };
  }
}
