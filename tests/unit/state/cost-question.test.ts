import { expect, it } from 'vitest';
import { readCostQuestion } from '../../../src/lib/state/palette/cost-question';

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
  ['cost this month', [undefined, '2026-11']],
  ['costs last month', [undefined, '2026-10']],
  ['what did Northwind cost last month?', ['Northwind', '2026-10']],
  ['How much did the Bäckerei cost in March', ['Bäckerei', '2026-03']],
  ['what has shop in town cost', ['Shop in Town', '2026-11']],
  ['Was hat Northwind im Oktober gekostet?', ['Northwind', '2026-10']],
  ['Wie viel kostete die Bäckerei letzten Monat', ['Bäckerei', '2026-10']],
  ['Kosten in diesem Monat', [undefined, '2026-11']],
  ['coste de Northwind en octubre', ['Northwind', '2026-10']],
  ['costo de Northwind en octubre de 2025', ['Northwind', '2025-10']],
  ['¿Cuánto costó Northwind el mes pasado?', ['Northwind', '2026-10']],
  ['costes de este mes', [undefined, '2026-11']],
  // Misspelt.
  ['cost of Nortwhind in October', ['Northwind', '2026-10']],
  ['cost of northwnd traders', ['Northwind Traders', '2026-11']],
  ['csot of northwind in Ocotber', ['Northwind', '2026-10']],
  ['Kosten von Norhtwind im Okotber', ['Northwind', '2026-10']],
  ['coste de Nortwind en octubr', ['Northwind', '2026-10']],
  ['kosten backrei', ['Bäckerei', '2026-11']],
])('“%s” asks for %j', (typed, expected) => {
  expect(ask(typed)).toEqual(expected);
});

it.each([
  'cost of nobody',
  'cost of Northwind in Foober',
  'costume',
  'projects',
  'what',
  'what is new',
  'was',
  'Ada',
  '',
])('“%s” is no question for a cost', (typed) => {
  expect(ask(typed)).toBeUndefined();
});
