import type { ExtractionSetup, NewBatch } from '../../model/extraction';
import { tokenRatio } from '../counting/token-ratio';
import { answerForm } from './answer-form';
import { systemText } from './question';
import { strictSchema } from './strict-schema';

/**
 * Tokens that are sent with each document, in OpenAI's o200k encoding: a quarter of the characters, because only the
 * first answer shows how a server counts the form of its answer.
 */
export function instructionTokensOf(setup: ExtractionSetup): number {
  const form = JSON.stringify(strictSchema(answerForm(setup)));
  return Math.ceil((systemText(setup).length + form.length) / 4);
}

type Given = Omit<NewBatch, 'eventType' | 'instructionTokens' | 'tokenRatio'> & { eventType?: string };

/** The event type of a setup that names none. */
export const usualEventType = ({ kind }: Pick<ExtractionSetup, 'kind'>): string =>
  kind === 'json-resume' ? 'cv_extraction' : 'document_extraction';

/** A batch with estimates of its calls, for use before the first answer. */
export function newBatch(given: Given): NewBatch {
  const { ratio, spread } = tokenRatio(given.model);
  return {
    ...given,
    eventType: given.eventType ?? usualEventType(given.setup),
    instructionTokens: instructionTokensOf(given.setup),
    tokenRatio: ratio * (1 + spread),
  };
}
