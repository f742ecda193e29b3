import { describe, expect, it } from 'vitest';
import { answerForm, readAnswer } from '../../../../src/lib/documents/extraction/answer-form';
import {
  asCsv,
  asJson,
  asJsonLines,
  jsonResume,
} from '../../../../src/lib/documents/extraction/export-results';
import { groundedValues } from '../../../../src/lib/documents/extraction/grounding';
import { systemText } from '../../../../src/lib/documents/extraction/question';
import { strictSchema } from '../../../../src/lib/documents/extraction/strict-schema';
import { diagnose, type Probe } from '../../../../src/lib/documents/extraction/diagnosis';
import { lineToType } from '../../../../src/lib/documents/extraction/line-to-type';
import { isForwarded } from '../../../../src/lib/model/forwarded-model';
import type { ExtractionField } from '../../../../src/lib/model/extraction';

const fields: ExtractionField[] = [
  { name: 'Total', type: 'number', choices: [] },
  { name: 'Kind', type: 'choice', choices: ['Invoice', 'Offer'] },
  { name: 'Paid', type: 'yes-no', choices: [] },
  { name: 'Due', type: 'date', choices: [] },
  { name: 'Items', type: 'list', choices: [] },
];
const form = answerForm({ kind: 'fields', fields });

describe('the form of an answer', () => {
  it('is strict: no extra fields, everything required, missing values null', () => {
    expect(strictSchema(form)).toEqual({
      type: 'object',
      properties: {
        Total: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        Kind: { anyOf: [{ type: 'string', enum: ['Invoice', 'Offer'] }, { type: 'null' }] },
        Paid: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
        Due: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        Items: { type: 'array', items: { type: 'string' } },
      },
      required: ['Total', 'Kind', 'Paid', 'Due', 'Items'],
      additionalProperties: false,
    });
  });

  it('has no object that could be empty, for a CV', () => {
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      if ('properties' in part) {
        expect(part).toMatchObject({
          additionalProperties: false,
          required: Object.keys(part.properties as object),
        });
      }
      Object.values(part).forEach(visit);
    };
    visit(strictSchema(answerForm({ kind: 'json-resume', fields: [] })));
  });

  it('accepts what fits, also in a code fence, and reports what is wrong with the rest', () => {
    const values = { Total: 5, Kind: null, Paid: true, Due: '2026-11', Items: [] };
    const json = JSON.stringify(values);
    expect(readAnswer(form, json)).toEqual({ values });
    expect(readAnswer(form, `\`\`\`json\n${json}\n\`\`\``)).toEqual({ values });
    expect(readAnswer(form, json.slice(0, -3))).toEqual({ problem: 'not-json' });
    expect(readAnswer(form, '{"Total":5}')).toEqual({ problem: 'wrong-form' });
    expect(readAnswer(form, JSON.stringify({ ...values, More: 1 }))).toEqual({ problem: 'wrong-form' });
  });

  it('is requested with the user’s instructions', () => {
    const text = systemText({ kind: 'fields', fields, instructions: ' Amounts in euros. ' });
    expect(text).toContain('“Due” as YYYY-MM-DD');
    expect(text.endsWith('Amounts in euros.')).toBe(true);
  });
});

describe('whether a value is in the document', () => {
  const text = 'ADA LOVELACE – Ana-\nlyst since June 2012.\nPaid 1.250,5 to  Babbage’s\noffice';
  it.each([
    ['Ada Lovelace', true],
    ['Analyst', true],
    ["Babbage's office", true],
    ['2012-06', true],
    ['2013-06', false],
    ['Ana Lovelace', false],
    [1250.5, true],
    [12, false],
    [true, null],
  ])('%s: %s', (value, isFound) => {
    expect(groundedValues({ list: [value, null] }, text)).toEqual([{ path: ['list', 0], value, isFound }]);
  });
});

describe('exports', () => {
  const values = {
    basics: { name: 'Ada', email: null },
    work: [{ name: '=1+1', highlights: ['a', 'b'] }],
    skills: [],
  };
  it('JSON Resume contains only known values', () => {
    const { $schema, ...rest } = JSON.parse(jsonResume(values)) as Record<string, unknown>;
    expect($schema).toContain('resume-schema');
    expect(rest).toEqual({ basics: { name: 'Ada' }, work: [{ name: '=1+1', highlights: ['a', 'b'] }] });
  });
  it('CSV has a column for each value, and no formula', () => {
    expect(asCsv([{ fileName: 'a.pdf', values }])).toBe(
      'file,basics.name,work.0.name,work.0.highlights\r\na.pdf,Ada,"\'=1+1","a; b"\r\n',
    );
  });
  it('JSON is one list', () => {
    expect(JSON.parse(asJson([{ fileName: 'a', values }]))).toEqual([{ file: 'a', values }]);
  });
  it('JSON Lines has one document per line', () => {
    expect(
      asJsonLines([
        { fileName: 'a', values: 1 },
        { fileName: 'b', values: 2 },
      ]).split('\n'),
    ).toHaveLength(3);
  });
});

describe('what is wrong with an address', () => {
  const probe: Probe = {
    status: null,
    models: undefined,
    isThere: false,
    permission: 'unknown',
    origin: 'http://127.0.0.1:11434',
  };
  it.each([
    ['nothing-there', {}],
    ['page-refused', { isThere: true }],
    ['page-refused', { status: 403 }],
    ['not-permitted', { permission: 'denied' }],
    ['key-missing', { status: 401 }],
    ['wrong-path', { status: 404 }],
    ['server-error', { status: 503 }],
    ['not-an-llm', { status: 200 }],
    ['models', { status: 200, models: ['a'] }],
  ] as const)('%s', (kind, changes) => {
    expect(diagnose({ ...probe, ...changes } as Probe).kind).toBe(kind);
  });

  it('shows the command that allows this page, and detects models that run elsewhere', () => {
    expect(lineToType('allow-page', 'ollama', { page: 'https://tab.example' })).toBe(
      'OLLAMA_ORIGINS=https://tab.example ollama serve',
    );
    expect(['gpt-oss:120b-cloud', 'kimi:cloud', 'cloudy'].map(isForwarded)).toEqual([true, true, false]);
  });
});
