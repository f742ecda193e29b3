import type { StoredUsageEvent } from '../../model/usage-event-page';
import { maxTokensPerCounter, withTotals, type TokenCounters } from '../../model/tokens';
import type { LlmMode } from '../../model/usage-event';
import { civilTimeAt, instantOf } from '../../model/civil-time';
import { t } from '../../texts/texts';
import { formatNumber } from '../../texts/format';
import { changeEvent, recordEvent } from './event-actions';
import { newId } from '../database/ids';
import { createProject, projectName, projects } from '../projects/projects.svelte';
import { settings } from '../database/settings.svelte';

export type CounterField = 'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'reasoning';
type ErrorField = CounterField | 'project' | 'when';

/** The form for entering a usage event by hand. It reports no errors before the first attempt to save. */
export class UsageForm {
  #edited = $state.raw<StoredUsageEvent>();
  projectId = $state('');
  newProjectName = $state('');
  eventType = $state('chat');
  llmMode = $state<LlmMode>('cloud');
  provider = $state('');
  model = $state('');
  /** Civil time in the reporting time zone: 'YYYY-MM-DDTHH:MM'. */
  when = $state(civilTimeAt(Date.now(), settings.timeZone));
  counters = $state<Record<CounterField, string>>({
    input: '',
    output: '',
    cacheRead: '',
    cacheWrite: '',
    reasoning: '',
  });
  #wasSent = $state(false);
  // Created once: a second click on Record after a lost answer must not count twice.
  #id = newId();
  readonly #newProjectId = newId();

  /** One field covers both cache writes: keep the edited event's 1-hour share, capped at what was entered. */
  readonly #cacheWrite1h = $derived(
    Math.min(this.#edited?.cacheWrite1hTokens ?? 0, parse(this.counters.cacheWrite) ?? 0),
  );
  readonly #tokens: TokenCounters = $derived({
    inputTokens: parse(this.counters.input) ?? 0,
    cacheReadTokens: parse(this.counters.cacheRead) ?? 0,
    cacheWrite5mTokens: (parse(this.counters.cacheWrite) ?? 0) - this.#cacheWrite1h,
    cacheWrite1hTokens: this.#cacheWrite1h,
    outputTokens: parse(this.counters.output) ?? 0,
    reasoningTokens: parse(this.counters.reasoning) ?? 0,
  });
  readonly total = $derived(withTotals(this.#tokens).totalTokens);
  readonly errors: Partial<Record<ErrorField, string>> = $derived(this.#wasSent ? this.#findErrors() : {});

  constructor(projectId?: string, edited?: StoredUsageEvent) {
    this.projectId = projectId ?? projects.all.find(({ isArchived }) => !isArchived)?.id ?? '';
    this.#edited = edited;
    if (edited !== undefined) this.#fill(edited);
  }

  check(): boolean {
    this.#wasSent = true;
    return Object.keys(this.errors).length === 0;
  }

  /** Call after `check`. Shows a toast with undo; rejects when the database refuses the event. */
  async save(): Promise<void> {
    const project = projects.byId(this.projectId) ?? (await this.#create());
    const event = {
      ...this.#tokens,
      id: this.#id,
      projectId: project.id,
      eventType: this.eventType.trim() || 'chat',
      llmMode: this.llmMode,
      provider: this.provider.trim() || null,
      model: this.model.trim() || null,
      occurredAt: this.#occurredAt(),
    };
    const message = t.projects.recorded(formatNumber(this.total), projectName(project));
    await (this.#edited === undefined ? recordEvent(event, message) : changeEvent(this.#edited, event));
  }

  #fill(event: StoredUsageEvent): void {
    this.#id = event.id;
    this.projectId = event.projectId;
    this.eventType = event.eventType;
    this.llmMode = event.llmMode;
    this.provider = event.provider ?? '';
    this.model = event.model ?? '';
    this.when = civilTimeAt(event.occurredAt, settings.timeZone);
    this.counters = {
      input: String(event.inputTokens),
      output: String(event.outputTokens),
      cacheRead: String(event.cacheReadTokens),
      cacheWrite: String(event.cacheWrite5mTokens + event.cacheWrite1hTokens),
      reasoning: String(event.reasoningTokens),
    };
  }

  /** The field holds minutes only: an untouched time keeps its seconds. */
  #occurredAt(): number {
    const before = this.#edited?.occurredAt;
    if (before !== undefined && civilTimeAt(before, settings.timeZone) === this.when) return before;
    return instantOf(this.when, settings.timeZone);
  }

  #create() {
    return createProject(
      { name: this.newProjectName.trim(), clientName: null, description: null },
      this.#newProjectId,
    );
  }

  #findErrors(): Partial<Record<ErrorField, string>> {
    const errors: Partial<Record<ErrorField, string>> = {};
    for (const [field, text] of Object.entries(this.counters) as [CounterField, string][]) {
      if (parse(text) === undefined) errors[field] = t.projects.wholeNumber;
    }
    if (this.total === 0) errors.input ??= t.projects.needsTokens;
    if (this.#tokens.reasoningTokens > this.#tokens.outputTokens)
      errors.reasoning ??= t.projects.reasoningTooLarge;
    if (this.projectId === '' && this.newProjectName.trim() === '') errors.project = t.projects.nameRequired;
    if (this.when === '') errors.when = t.projects.needsTime;
    return errors;
  }
}

/**
 * Accepts digits, also in groups of three as people paste them; '' is 0. Anything else, such as '1.5', is undefined.
 */
function parse(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (!/^(\d+|\d{1,3}([\s.,'’_]\d{3})+)$/.test(trimmed)) return undefined;
  const value = Number(trimmed.replaceAll(/\D/g, ''));
  return value <= maxTokensPerCounter ? value : undefined;
}
