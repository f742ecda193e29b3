import type { Texts } from '../texts';

export const exports: Texts['exports'] = {
  menu: 'Export',
  numbers: 'Zahlen in CSV',
  plain: 'Schlicht (1234.5)',
  locale: (sample) => `Wie hier geschrieben (${sample})`,
  csvTable: 'Tabelle als CSV',
  csvTimes: (time) => `Balken als CSV, nach ${time}`,
  steps: { day: 'Tag', month: 'Monat' },
  json: 'Beides als JSON',
  statementLink: 'Aufstellung für einen Kunden',

  tokensBefore: (range) => `Token ${range}`,
  share: 'Anteil',
  begins: 'Beginn (UTC)',
  ends: 'Ende (UTC)',

  statement: 'Verbrauchsaufstellung',
  client: 'Kunde',
  month: 'Monat',
  period: 'Zeitraum',
  chooseClient: 'Wähle einen Kunden',
  chooseHint: 'Eine Aufstellung nennt die Token eines Kunden in einem Monat, nach Projekt und Modell.',
  print: 'Drucken / Als PDF sichern',
  timeZone: 'Zeitzone',
  madeOn: 'Erstellt am',
  soFar: 'Der Monat ist noch nicht vorbei: Das sind die bisherigen Zahlen.',
  model: 'Modell',
  prompt: 'Prompt',
  cached: 'davon aus dem Cache',
  completion: 'Antwort',
  total: 'Summe',
  allProjects: 'Alle Projekte',
  tokensUnit:
    'Alle Zahlen sind Token. Was aus dem Cache kam, ist Teil des Prompts; Prompt und Antwort ergeben die Summe.',
  nothing: (client, month) => `${client} hat im ${month} nichts verbraucht.`,
};
