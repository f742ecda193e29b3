import type { Texts } from '../texts';

export const budgetSteps: Texts['budgetSteps'] = {
  title: 'Alle Budgetänderungen',
  amount: 'Je Monat',
  ahead: 'Gilt noch nicht',
  ended: 'Beendet',
  actions: 'Aktionen',
  remove: (name, month) => `Budget ab ${month} entfernen: ${name}`,
  removed: (name, month) => `Budget ab ${month} entfernt: ${name}.`,
};
