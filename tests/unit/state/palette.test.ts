import { expect, it } from 'vitest';
import { plain, search } from '../../../src/lib/state/palette/palette';

const items = ['New project', 'Projects', 'Übersicht', 'Harbour Shop', 'Shop', 'Import'].map((text) => ({
  text,
  name: plain(text),
  words: plain(`${text} ${text === 'Shop' ? 'Client Ltd' : ''}`),
}));

const found = (typed: string, limit = 10) => search(items, typed, limit).map(({ text }) => text);

it.each([
  ['', ['New project', 'Projects', 'Übersicht', 'Harbour Shop', 'Shop', 'Import']],
  ['proj', ['Projects', 'New project']],
  ['SHOP', ['Shop', 'Harbour Shop']],
  ['ubersicht', ['Übersicht']],
  ['shop harb', ['Harbour Shop']],
  ['ltd', ['Shop']],
  ['  ', ['New project', 'Projects', 'Übersicht', 'Harbour Shop', 'Shop', 'Import']],
  ['nothing', []],
])('“%s” finds %j', (typed, texts) => {
  expect(found(typed)).toEqual(texts);
});

it('returns no more than the limit', () => {
  expect(found('', 2)).toEqual(['New project', 'Projects']);
});
