import { estimateBatch, type BatchEstimate } from '../../documents/counting/estimate-batch';
import { instructionTokensOf, newBatch, usualEventType } from '../../documents/extraction/new-batch';
import type {
  Calibration,
  ExtractionBatch,
  ExtractionField,
  ExtractionSetup,
  NewBatch,
} from '../../model/extraction';
import { newId } from '../database/ids';

interface FieldDraft {
  name: string;
  type: ExtractionField['type'];
  /** Separated by commas. */
  choices: string;
}

/** The form in which a batch is set up. It starts with the setup of the project's last batch. */
export class BatchDraft {
  kind = $state<ExtractionSetup['kind']>('json-resume');
  fields = $state<FieldDraft[]>([{ name: '', type: 'text', choices: '' }]);
  instructions = $state('');
  addressId = $state('');
  model = $state('');
  /** '' is the usual one of what is extracted. */
  eventType = $state('');
  answerLimit = $state<number | null>(2000);
  limitTokens = $state<number | null>(null);
  limitUsd = $state<number | null>(null);
  heedsBudgets = $state(true);

  constructor(last: ExtractionBatch | undefined, addressId: string) {
    this.addressId = last?.addressId ?? addressId;
    if (last === undefined) return;
    const { setup, model, answerLimit, heedsBudgets } = last;
    this.kind = setup.kind;
    if (setup.fields.length > 0) {
      this.fields = setup.fields.map((field) => ({ ...field, choices: field.choices.join(', ') }));
    }
    this.instructions = setup.instructions;
    this.model = model;
    if (last.eventType !== usualEventType(setup)) this.eventType = last.eventType;
    this.answerLimit = answerLimit;
    this.heedsBudgets = heedsBudgets;
  }

  readonly setup: ExtractionSetup = $derived.by(() => ({
    kind: this.kind,
    fields: this.kind === 'fields' ? this.fields.map(fieldOf) : [],
    instructions: this.instructions.trim(),
  }));

  readonly areFieldsValid = $derived.by(() => {
    const { fields, kind } = this.setup;
    const names = fields.map(({ name }) => name);
    return (
      kind === 'json-resume' ||
      (fields.length > 0 &&
        names.every((name, index) => name !== '' && names.indexOf(name) === index) &&
        fields.every(({ type, choices }) => type !== 'choice' || choices.length > 0))
    );
  });

  readonly usualEventType = $derived.by(() => usualEventType(this.setup));

  estimate(textTokens: readonly number[], known: Calibration | null): BatchEstimate {
    const shape = { instructionTokens: instructionTokensOf(this.setup), answerLimit: this.answerLimit ?? 1 };
    return estimateBatch(textTokens, this.model, shape, known);
  }

  /** The batch to start. */
  batch(projectId: string): NewBatch {
    return newBatch({
      id: newId(),
      projectId,
      addressId: this.addressId,
      model: this.model.trim(),
      eventType: this.eventType.trim() || this.usualEventType,
      setup: $state.snapshot(this.setup),
      limitTokens: this.limitTokens,
      limitNanoUsd: this.limitUsd === null ? null : Math.round(this.limitUsd * 1e9),
      heedsBudgets: this.heedsBudgets,
      answerLimit: this.answerLimit ?? 1,
    });
  }
}

function fieldOf({ name, type, choices }: FieldDraft): ExtractionField {
  const options = choices.split(',').map((each) => each.trim());
  return { name: name.trim(), type, choices: type === 'choice' ? [...new Set(options.filter(Boolean))] : [] };
}
