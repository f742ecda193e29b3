import { maxTokensPerCounter, withTotals, type TokenCounters } from '../model/tokens';
import type { LlmMode } from '../model/usage-event';
import { civilTimeAt, instantOf } from '../model/civil-time';
import { t } from '../texts/texts';
import { call } from './connection.svelte';
import { newId } from './ids';
import { createProject, projectName, projects } from './projects.svelte';
import { settings } from './settings.svelte';

export type CounterField = 'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'reasoning';
type ErrorField = CounterField | 'project' | 'when';

/** A usage event that is being entered by hand. Nothing is complained about before the first attempt to save. */
export class UsageForm {
  projectId = $state('');
  newProjectName = $state('');
  eventType = $state('chat');
  llmMode = $state<LlmMode>('cloud');
  provider = $state('');
  model = $state('');
  /** Civil, in the reporting time zone: 'YYYY-MM-DDTHH:MM'. */
  when = $state(civilTimeAt(Date.now(), settings.timeZone));
  counters = $state<Record<CounterField, string>>({
    input: '',
    output: '',
    cacheRead: '',
    cacheWrite: '',
    reasoning: '',
  });
  #wasSent = $state(false);
  // Made once: a second click on Record after a lost answer must not count twice.
  readonly #id = newId();
  readonly #newProjectId = newId();

  readonly #tokens: TokenCounters = $derived({
    inputTokens: parse(this.counters.input) ?? 0,
    cacheReadTokens: parse(this.counters.cacheRead) ?? 0,
    cacheWrite5mTokens: parse(this.counters.cacheWrite) ?? 0,
    cacheWrite1hTokens: 0,
    outputTokens: parse(this.counters.output) ?? 0,
    reasoningTokens: parse(this.counters.reasoning) ?? 0,
  });
  readonly total = $derived(withTotals(this.#tokens).totalTokens);
  readonly errors: Partial<Record<ErrorField, string>> = $derived(this.#wasSent ? this.#findErrors() : {});

  constructor(projectId?: string) {
    this.projectId = projectId ?? projects.all.find(({ isArchived }) => !isArchived)?.id ?? '';
  }

  check(): boolean {
    this.#wasSent = true;
    return Object.keys(this.errors).length === 0;
  }

  /** Call after `check`. Gives what was recorded, for the message. */
  async save(): Promise<{ tokens: number; name: string }> {
    const project = projects.byId(this.projectId) ?? (await this.#create());
    await call('recordUsageEvent', {
      ...this.#tokens,
      id: this.#id,
      projectId: project.id,
      eventType: this.eventType.trim() || 'chat',
      llmMode: this.llmMode,
      provider: this.provider.trim() || null,
      model: this.model.trim() || null,
      occurredAt: instantOf(this.when, settings.timeZone),
    });
    return { tokens: this.total, name: projectName(project) };
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

/** Digits, also in groups of three as people paste them; '' is 0. '1.5' is no whole number, so it is undefined. */
function parse(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (!/^(\d+|\d{1,3}([\s.,'’_]\d{3})+)$/.test(trimmed)) return undefined;
  const value = Number(trimmed.replaceAll(/\D/g, ''));
  return value <= maxTokensPerCounter ? value : undefined;
}
