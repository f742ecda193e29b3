import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as de } from '../../../src/lib/texts/de';
import { texts as es } from '../../../src/lib/texts/es';
import { texts as en } from '../../../src/lib/texts/en';
import { later } from '../../../src/lib/texts/en/later';
import {
  formatBytes,
  formatDay,
  formatMonth,
  formatNumber,
  formatPercent,
} from '../../../src/lib/texts/format';
import { formatKnownCost } from '../../../src/lib/texts/format-cost';
import { t, useTexts } from '../../../src/lib/texts/texts';

/** Every text with its path. Functions are called with recognizable values: strings, and numbers where they count. */
function said(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree === 'function') {
    const values = Array.from({ length: tree.length }, (_, index) => `value${index}`);
    const text = (tree as (...values: unknown[]) => string)(...values);
    if (!text.includes('NaN')) return [[path, text]];
    return [[path, (tree as (...values: unknown[]) => string)(...values.map((_, index) => 70 + index))]];
  }
  return Object.entries(tree as object).flatMap(([key, child]) => said(child, `${path}.${key}`));
}

const english = new Map(said({ ...en, ...later }));

/** What a language's texts never contain, and the marks that come in pairs. */
const languages = [
  { language: 'German', texts: de, never: /["”'’]|\.\.\.|[^ ]…$/, pairs: ['„“'] },
  { language: 'Spanish', texts: es, never: /["“”'’„]|\.\.\.| …$/, pairs: ['«»', '¿?', '¡!'] },
];

describe.each(languages)('$language', ({ texts, never, pairs }) => {
  const own = said({ ...texts, problems: {} });

  it.each([...english].filter(([, text]) => /value|7\d/.test(text)))(
    '%s uses all its arguments',
    (path, text) => {
      const values = (of: string) => [...new Set(of.match(/value\d|7\d/g))].sort();
      expect(values(new Map(own).get(path) ?? '')).toEqual(values(text));
    },
  );

  it('writes its own quotes and ellipses', () => {
    for (const [path, text] of own) {
      expect(text, path).not.toMatch(never);
      for (const [opening = '', closing = ''] of pairs)
        expect(text.split(opening).length, path).toBe(text.split(closing).length);
    }
  });
});

describe('a counted text', () => {
  it('uses the singular for one', () => {
    expect(de.events.count(1)).toBe('1 Eintrag');
    expect(de.events.count(2)).toBe('2 Einträge');
    expect(de.imports.undone(1)).toMatch(/^1 Eintrag /);
    expect(en.imports.eventsProgress(1)).toBe('1 usage event');
    expect(en.imports.eventsProgress(0)).toBe('0 usage events');
    expect(en.imports.eventsProgress(1234)).toBe('1,234 usage events');
    expect(en.imports.filesProgress('0', 1)).toBe('0 of 1 file');
  });
});

describe('in German', () => {
  beforeAll(() => useTexts(de, 'de-DE'));
  afterAll(() => useTexts(en, 'en'));

  it('shows its texts, and numbers and dates in German format', () => {
    expect(t.shell.settings).toBe('Einstellungen');
    expect(formatNumber(1234567)).toBe('1.234.567');
    expect(formatPercent(0.023)).toBe('2,3\u00a0%');
    expect(formatMonth('2026-03')).toBe('März 2026');
    expect(formatDay('2026-10-31')).toBe('Sa., 31. Okt.');
    expect(formatBytes(1_500_000)).toBe('1,5 MB');
  });
});

describe('in Spanish', () => {
  beforeAll(() => useTexts(es, 'es-ES'));
  afterAll(() => useTexts(en, 'en'));

  it('shows its texts, and numbers and dates in Spanish format', () => {
    expect(t.shell.settings).toBe('Ajustes');
    expect(formatNumber(1234567)).toBe('1.234.567');
    expect(formatPercent(0.023)).toBe('2,3\u00a0%');
    expect(formatMonth('2026-03')).toBe('marzo de 2026');
    expect(formatDay('2026-10-31')).toBe('sáb, 31 oct');
    expect(formatBytes(1_500_000)).toBe('1,5 MB');
  });

  it('counts a round million "de" something, and one in the singular', () => {
    expect([1, 2, 1_000_000, 1_234_567].map((count) => t.events.tokens(count))).toEqual([
      '1 token',
      '2 tokens',
      '1.000.000 de tokens',
      '1.234.567 tokens',
    ]);
    expect(t.imports.undone(1)).toMatch(/^1 evento de uso eliminado /);
  });

  it('says "de" after an abbreviated million', () => {
    const costs = { costNanoUsd: 0, unpricedTokens: 1_234_567 };
    expect(formatKnownCost(costs)).toBe('1,2\u00a0M de tokens sin precio');
    expect(formatKnownCost({ ...costs, unpricedTokens: 12_345 })).toBe('12,3\u00a0mil tokens sin precio');
  });
});
