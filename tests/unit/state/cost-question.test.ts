import { expect, it } from 'vitest';
import { readCostQuestion } from '../../../src/lib/state/shell/cost-question';

const known = ['Northwind Traders', 'Northwind', 'Bäckerei', 'Shop in Town'].map((name) => ({ name }));
const ask = (typed: string) => {
  const question = readCostQuestion(typed, known, '2026-11-23');
  return question && [question.about?.name, question.month];
};

it.each([
  ['cost of Northwind in October', ['Northwind', '2026-10']],
  ['Kosten von Northwind im Oktober', ['Northwind', '2026-10']],
  ['costs northwind t in oct', ['Northwind Traders', '2026-10']],
  ['kosten für backerei im Dezember', ['Bäckerei', '2025-12']],
  ['Kosten im März 2024', [undefined, '2024-03']],
  ['cost of shop in town', ['Shop in Town', '2026-11']],
  ['cost of shop in town in May', ['Shop in Town', '2026-05']],
  ['cost', [undefined, '2026-11']],
])('“%s” asks for %j', (typed, expected) => {
  expect(ask(typed)).toEqual(expected);
});

it.each(['cost of nobody', 'cost of Northwind in Foober', 'costume', 'projects', ''])(
  '“%s” is no question for a cost',
  (typed) => {
    expect(ask(typed)).toBeUndefined();
  },
);
