import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as de } from '../../../src/lib/texts/de';
import { texts as en } from '../../../src/lib/texts/en';
import { later } from '../../../src/lib/texts/en/later';
import {
  formatBytes,
  formatDay,
  formatMonth,
  formatNumber,
  formatPercent,
} from '../../../src/lib/texts/format';
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

const german = said({ ...de, sentence: {} });
const english = new Map(said({ ...en, ...later, sentence: {} }));

describe('German', () => {
  it.each([...english].filter(([, text]) => /value|7\d/.test(text)))(
    '%s names all that it is given',
    (path, text) => {
      const values = (of: string) => [...new Set(of.match(/value\d|7\d/g))].sort();
      expect(values(new Map(german).get(path) ?? '')).toEqual(values(text));
    },
  );

  it('writes „…“, its ellipsis after a space', () => {
    for (const [path, text] of german) {
      expect(text, path).not.toMatch(/["”'’]|\.\.\.|[^ ]…$/);
      expect(text.split('„').length, path).toBe(text.split('“').length);
    }
  });

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

describe('in use', () => {
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
