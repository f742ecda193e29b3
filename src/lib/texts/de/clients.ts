import type { Texts } from '../texts';

export const clients: Texts['clients'] = {
  client: 'Kunde',
  unknown: 'Diesen Kunden gibt es nicht',
  unknownHint: 'Zurzeit gehört kein Projekt zu ihm. Den Kunden gibst du an, wo du ein Projekt bearbeitest.',
  year: (year) => `Jahr ${year}`,
  previousYear: 'Voriges Jahr',
  nextYear: 'Nächstes Jahr',
  monthTokens: (month) => `Token im ${month}`,
  yearTokens: (year) => `Token im Jahr ${year}`,
  months: 'Nach Monat',
  month: 'Monat',
  projects: 'Projekte dieses Kunden',
  noUsage: 'Kein Verbrauch in diesem Jahr.',
  pageOf: (name) => `Alles von ${name}`,
};
