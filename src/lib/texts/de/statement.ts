import type { Texts } from '../texts';

export const statement: Texts['statement'] = {
  details: 'Nummer, Adressen und Steuer',
  number: 'Nummer',
  ownAddress: 'Dein Name und deine Adresse',
  clientAddress: 'Adresse des Kunden',
  taxRate: 'Steuersatz in Prozent',
  taxRateHint: 'Kommt unter die Summe, wenn die Aufstellung Kosten zeigt.',
  taxRateWrong: 'Gib eine Zahl von 0 bis 100 ein oder lass das Feld leer.',
  notSaved: 'Die Angaben konnten nicht gespeichert werden.',
  tax: (rate) => `Steuer, ${rate}`,
  unpriced: (tokens) => `Nicht enthalten: ${tokens}.`,
  gross: 'Summe mit Steuer',
  costUnit:
    'Kosten sind, was das Werkzeug vermerkt hat, sonst Token zum Listenpreis des Tages. Sie sind gerundet angezeigt; Summen stammen aus den genauen Beträgen.',
};
