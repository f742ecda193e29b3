import type { Texts } from '../texts';

export const statement: Texts['statement'] = {
  details: 'Nummer, Adressen, Steuer und Abrechnung',
  number: 'Nummer',
  ownAddress: 'Dein Name und deine Adresse',
  clientAddress: 'Adresse des Kunden',
  taxRate: 'Steuersatz in Prozent',
  taxRateHint: 'Kommt unter die Summe, wenn die Aufstellung Kosten zeigt.',
  taxRateWrong: 'Gib eine Zahl von 0 bis 100 ein oder lass das Feld leer.',
  billing: 'Was der Kunde zahlt',
  billings: {
    cost: 'Die Kosten',
    percent: 'Die Kosten plus einen Aufschlag',
    perMillion: 'Einen Preis je Million Token',
  },
  markup: 'Aufschlag in Prozent',
  markupWrong: 'Gib eine Zahl von 0 bis 10.000 ein.',
  perMillion: (code) => `${code} je Million Token`,
  perMillionWrong: 'Gib einen Preis von 0 bis eine Million ein.',
  amount: 'Betrag',
  billedAt: (price) => `Beträge sind ${price} je Million Token.`,
  amountUnit: 'Beträge sind gerundet angezeigt; Summen stammen aus den genauen Beträgen.',
  margin: (cost, billed) => `Wird nicht gedruckt: Es hat ${cost} gekostet und wird mit ${billed} berechnet.`,
  notSaved: 'Die Angaben konnten nicht gespeichert werden.',
  tax: (rate) => `Steuer, ${rate}`,
  unpriced: (tokens) => `Nicht enthalten: ${tokens}.`,
  gross: 'Summe mit Steuer',
  rate: (rate, month) => `${rate} (Kurs ab ${month})`,
  costUnit:
    'Kosten sind, was das Werkzeug aufgezeichnet hat, sonst Token zum Listenpreis des Tages. Sie sind gerundet angezeigt; Summen stammen aus den genauen Beträgen.',
};
