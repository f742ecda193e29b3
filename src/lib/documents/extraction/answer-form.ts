import * as v from 'valibot';
import type { ExtractionField, ExtractionSetup, Failure } from '../../model/extraction';
import { parseJson } from './wire';

/**
 * One schema both requests and validates the answer: it becomes the request's JSON Schema. It uses only what all
 * servers accept in strict mode: closed objects, required properties, null for missing values, and no limits.
 */
export type AnswerForm = v.GenericSchema<unknown, Record<string, unknown>>;

const text = v.nullable(v.string());
const list = v.array(v.string());

/** The part of JSON Resume 1.0.0 that CVs usually have. */
const resume = v.strictObject({
  basics: v.strictObject({
    name: text,
    label: text,
    email: text,
    phone: text,
    url: text,
    summary: text,
    location: v.strictObject({ city: text, region: text, countryCode: text }),
  }),
  work: v.array(
    v.strictObject({
      name: text,
      position: text,
      startDate: text,
      endDate: text,
      summary: text,
      highlights: list,
    }),
  ),
  education: v.array(
    v.strictObject({ institution: text, area: text, studyType: text, startDate: text, endDate: text }),
  ),
  skills: v.array(v.strictObject({ name: text, keywords: list })),
  languages: v.array(v.strictObject({ language: text, fluency: text })),
  certificates: v.array(v.strictObject({ name: text, date: text, issuer: text })),
});

export function answerForm(setup: Pick<ExtractionSetup, 'kind' | 'fields'>): AnswerForm {
  if (setup.kind === 'json-resume') return resume;
  return v.strictObject(Object.fromEntries(setup.fields.map((field) => [field.name, formOf(field)])));
}

function formOf({ type, choices }: ExtractionField): v.GenericSchema {
  switch (type) {
    case 'number':
      return v.nullable(v.number());
    case 'yes-no':
      return v.nullable(v.boolean());
    case 'list':
      return list;
    case 'choice':
      return v.nullable(v.picklist(choices));
    case 'text':
    case 'date':
      return text;
  }
}

/** The values in an answer, or why there are none. A code fence around the JSON is accepted. */
export function readAnswer(
  form: AnswerForm,
  answer: string,
): { values: Record<string, unknown> } | { problem: Extract<Failure, 'not-json' | 'wrong-form'> } {
  const value = parseJson(answer.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  if (value === undefined) return { problem: 'not-json' };
  const result = v.safeParse(form, value);
  return result.success ? { values: result.output } : { problem: 'wrong-form' };
}
