import type { Texts } from '../texts';

export const currency: Texts['currency'] = {
  title: 'Währung',
  text: 'Kosten werden in Dollar gespeichert. Andere Währungen werden zu Kursen gezeigt, die du eingibst. Preise je Million Token bleiben in Dollar.',
  unknown: 'Diese Währung gibt es nicht.',
  noRate: (code) => `Kosten bleiben in Dollar, bis es einen Kurs für ${code} gibt.`,
  from: (month) => `Ab ${month}`,
  month: 'Ab Monat',
  perDollar: (code) => `${code} für einen Dollar`,
  rateInvalid: 'Gib eine Zahl über 0 an, etwa 0,92.',
  save: 'Kurs speichern',
  remove: (month) => `Kurs ab ${month} entfernen`,
  removed: (month) => `Kurs ab ${month} entfernt.`,
  failed: 'Die Währung ließ sich nicht ändern.',
  note: (rate, month) => `${rate}, dein Kurs ab ${month}.`,
  rate: 'Kurs',
};
