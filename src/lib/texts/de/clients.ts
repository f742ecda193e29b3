import { counted } from '../counted';
import type { Texts } from '../texts';

export const clients: Texts['clients'] = {
  title: 'Kunden',
  client: 'Kunde',
  none: 'Noch keine Kunden. Gib beim Bearbeiten eines Projekts einen Kunden an, dann erscheint er hier.',
  filter: 'Nach Name filtern',
  count: (count) => counted(count, 'Kunde', 'Kunden'),
  noMatch: (text) => `Kein Kunde passt zu „${text}“.`,
  projectCount: 'Projekte',
  tokensIn: (month) => `Token, ${month}`,
  actions: 'Aktionen',
  more: (name) => `Mehr zu ${name}`,
  toClients: 'Zu allen Kunden',
  unknown: 'Diesen Kunden gibt es nicht',
  unknownHint: 'Zurzeit gehört kein Projekt zu ihm. Den Kunden gibst du beim Bearbeiten eines Projekts an.',

  rename: 'Umbenennen …',
  renameNamed: (name) => `${name} umbenennen`,
  renameTitle: 'Kunden umbenennen',
  renameHint: (count) => `Ändert ${counted(count, 'Projekt', 'Projekte')}. Du kannst es rückgängig machen.`,
  joins: (name) => `${name} gibt es schon: Beide werden ein Kunde. Du kannst es rückgängig machen.`,
  nameRequired: 'Ein Kunde braucht einen Namen.',
  nameTooLong: 'Höchstens 300 Zeichen.',
  renamed: (before, after) => `${before} heißt jetzt ${after}.`,

  statement: 'Aufstellung',
  statementFor: (month) => `Aufstellung für ${month}`,
  statementOf: (name) => `Aufstellung für ${name}`,
  months: (year) => `Monate ${year}`,
  month: 'Monat',
  projects: (year) => `Projekte im Jahr ${year}`,
  noUsage: (year) => `Kein Verbrauch im Jahr ${year}.`,
};
