import { describe, expect, it } from 'vitest';
import { sentenceFor, type Problem, type Sentences } from '../../../src/lib/model/problem';
import { problems as de } from '../../../src/lib/texts/de/problems';
import { problems as en } from '../../../src/lib/texts/en/problems';
import { problems as es } from '../../../src/lib/texts/es/problems';

/** What a language's sentences never contain, and the quotes that come in pairs. */
const languages = [
  { language: 'English', own: en, never: /["']|\.\.\./, pairs: ['“”'] },
  { language: 'German', own: de, never: /["”'’]|\.\.\./, pairs: ['„“'] },
  { language: 'Spanish', own: es, never: /["“”'’„]|\.\.\./, pairs: ['«»'] },
];

/** The sentence with the name of each value in its place, and the names that it used. */
function filled(sentences: Sentences, code: string): { text: string; used: string[] } {
  const used = new Set<string>();
  const values = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'code') return code;
        used.add(String(name));
        if (name === 'count') return 70;
        if (name === 'kind') return 'picture';
        return name === 'why' || name === 'problem' ? 'no-id' : `<${String(name)}>`;
      },
    },
  );
  const sentence = sentences[code as keyof Sentences] as unknown;
  if (typeof sentence === 'string') return { text: sentence, used: [] };
  return { text: sentenceFor(values as unknown as Problem, sentences), used: [...used].sort() };
}

describe.each(languages)('$language', ({ own, never, pairs }) => {
  it.each(Object.keys(en))('says “%s” with all its values, and with its own quotes', (code) => {
    const { text, used } = filled(own, code);
    expect(used).toEqual(filled(en, code).used);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(never);
    for (const [opening = '', closing = ''] of pairs)
      expect(text.split(opening).length).toBe(text.split(closing).length);
  });
});

describe('a sentence about a problem', () => {
  it('names its values, in the plural form that they require', () => {
    const missing = (count: number) => sentenceFor({ code: 'more-missing-parents', count }, en);
    expect(missing(1)).toBe('1 more row refers to a row that does not exist.');
    expect(missing(2)).toBe('2 more rows refer to rows that do not exist.');
    expect(sentenceFor({ code: 'field-not-a-number', field: 'input' }, de)).toContain('„input“');
  });

  it('contains that of the problem inside it, in the same language', () => {
    const inner = { code: 'in-column', problem: 'count-negative', column: 'in' } as const;
    expect(sentenceFor({ code: 'reading-failed', why: inner }, es)).toContain(
      sentenceFor('count-negative', es),
    );
  });

  it('is what an import before codes stored', () => {
    expect(sentenceFor('The file is empty.', de)).toBe('The file is empty.');
  });

  it('is the code of a problem that only a newer Tokentab knows', () => {
    expect(sentenceFor({ code: 'from-the-future', file: 'x' } as unknown as Problem, en)).toBe(
      'from-the-future',
    );
    expect(sentenceFor('toString', en)).toBe('toString');
  });
});
