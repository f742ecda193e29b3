import { afterEach, describe, expect, it } from 'vitest';
import { counted } from '../../../src/lib/texts/counted';
import { useLocale } from '../../../src/lib/texts/locale';

afterEach(() => useLocale('en'));

describe('a counted word', () => {
  it('has two forms in English', () => {
    expect([0, 1, 2, 1234].map((count) => counted(count, 'file', 'files'))).toEqual([
      '0 files',
      '1 file',
      '2 files',
      '1,234 files',
    ]);
  });

  it('takes as many forms as the language has', () => {
    useLocale('pl');
    expect(
      [1, 2, 5, 22].map((count) => counted(count, 'plik', 'pliku', { few: 'pliki', many: 'plików' })),
    ).toEqual(['1 plik', '2 pliki', '5 plików', '22 pliki']);
  });

  it('uses `other` for a category that has no form of its own', () => {
    useLocale('pl');
    expect(counted(5, 'plik', 'pliku')).toBe('5 pliku');
  });
});
