import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldPicker, type WantedFields } from '../../../src/lib/sources/reading/field-picker';
import { rounds } from '../../budget';

const fields = { id: true, cwd: true, message: { id: true, usage: true, data: { id: true } } } as const;
const picker = FieldPicker.of({
  fields,
  containing: ['"usage"', '"cwd"'],
  unless: { text: '"never"', within: 12 },
});

type Picked = [line: number, record: unknown];

/** What was picked, and the lines that must be read otherwise. */
function pick(text: string | Uint8Array): { records: Picked[]; others: [number, string][]; lines: number } {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const records: Picked[] = [];
  const others: [number, string][] = [];
  const lines = picker?.pick(bytes, 0, bytes.length, {
    record: (record, line) => records.push([line, record]),
    other: (start, end, line) => others.push([line, new TextDecoder().decode(bytes.subarray(start, end))]),
  });
  return { records, others, lines: lines ?? 0 };
}

/** What the picker should make of a line that is valid. */
function project(value: unknown, wanted: WantedFields): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(wanted)) {
    if (!Object.hasOwn(value, name)) continue;
    const field = (value as Record<string, unknown>)[name];
    picked[name] = inner === true ? field : project(field, inner);
  }
  return picked;
}

const name = fc.oneof(
  fc.constantFrom('id', 'cwd', 'message', 'usage', 'data', 'never', 'idx', ''),
  fc.string(),
);
const { object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false, 0, -1.5e-7, 'a\\"\u2028\n\0'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
}));

describe('the field picker', () => {
  it('runs in this engine', () => {
    expect(picker).not.toBeNull();
  });

  it('returns the wanted fields of wanted lines, and their positions', () => {
    const text = [
      '{"id":1,"cwd":"/a","content":"long \\" text"}',
      '{"id":2}',
      '',
      ' {"message" : {"usage":{"a":[1,2]},"id":null,"more":{}} , "cwd":"ä"}\r',
      '{"never":1,"cwd":2}',
      '{"message":["cwd"],"cwd":"/b","cwd":"/c"}',
      '{"id":1,"cwd":"cut',
    ];
    expect(pick(`${text.join('\n')}\n`)).toEqual({
      records: [
        [0, { id: 1, cwd: '/a' }],
        [3, { message: { usage: { a: [1, 2] }, id: null }, cwd: 'ä' }],
        [5, { message: 0, cwd: '/c' }],
      ],
      others: [[6, '{"id":1,"cwd":"cut']],
      lines: 7,
    });
  });

  it.each([
    ['a name with an escape', '{"\\u0069d":1,"cwd":2}'],
    ['a control character in a text', '{"cwd":"\u0001"}'],
    ['an unknown escape', '{"cwd":"\\x"}'],
    ['half an escape', '{"cwd":"\\u12g4"}'],
    ['a number with a leading zero', '{"cwd":01}'],
    ['a number without digits', '{"cwd":-}'],
    ['a comma too many', '{"cwd":1,}'],
    ['a missing comma', '{"cwd":1 "id":2}'],
    ['a wrong word', '{"cwd":nul}'],
    ['two objects', '{"cwd":1}{"cwd":1}'],
    ['no object', '["cwd"]'],
    ['deep nesting', `{"cwd":${'['.repeat(200)}${']'.repeat(200)}}`],
  ])('declines %s', (_, line) => {
    expect(pick(`${line}\n`)).toMatchObject({ records: [], others: [[0, line]] });
  });

  it('continues after more lines than fit in its buffer', () => {
    const text = `${'x\n'.repeat(20_000)}{"cwd":1}\n`;
    const { records, others, lines } = pick(text);
    expect([records, others.length, lines]).toEqual([[[20_000, { cwd: 1 }]], 20_000, 20_001]);
  });

  it('returns the same as the parser for any object', () => {
    fc.assert(
      fc.property(fc.array(object, { maxLength: 8 }), fc.boolean(), (objects, isSpaced) => {
        const texts = objects.map((each) =>
          isSpaced ? JSON.stringify(each, null, ' ').replaceAll('\n', '\t') : JSON.stringify(each),
        );
        const { records, others } = pick(texts.map((text) => `${text}\n`).join(''));
        const wanted = texts.flatMap((text, line) => {
          if (!/"usage"|"cwd"/.test(text) || text.slice(0, 12).includes('"never"')) return [];
          return others.some(([other]) => other === line) ? [] : [[line, project(JSON.parse(text), fields)]];
        });
        expect(records).toEqual(wanted);
        // Only names with an escape are left to others.
        for (const [, text] of others) expect(text).toMatch(/\\/);
      }),
      { numRuns: rounds(300, 3000) },
    );
  });

  it('accepts nothing that the parser rejects, wherever a line is damaged', () => {
    const damage = fc.array(
      fc.tuple(fc.nat(400), fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('"\\{}[],: 0-.e')))),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(object, damage, (one, changes) => {
        const bytes = new TextEncoder().encode(`${JSON.stringify({ cwd: 1, ...one, usage: 2 })}\n`);
        for (const [at, byte] of changes) if (at < bytes.length - 1 && byte !== 0x0a) bytes[at] = byte;
        const text = new TextDecoder().decode(bytes);
        for (const [, record] of pick(bytes).records)
          expect(record).toEqual(project(JSON.parse(text), fields));
      }),
      { numRuns: rounds(1000, 20_000) },
    );
  });
});
