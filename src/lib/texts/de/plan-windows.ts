import type { Texts } from '../texts';

export const planWindows: Texts['planWindows'] = {
  title: 'Nutzungsfenster der Tarife',
  rule: 'Aus den gespeicherten Einträgen berechnet: Ein Fenster beginnt zur vollen Stunde (UTC) seines ersten Eintrags und dauert 5 Stunden; das Tempo zählt ab diesem Eintrag. Limits, die ein Werkzeug in sein Log schreibt, werden nicht gelesen.',
  window: 'Aktuelles Fenster',
  noWindow: 'Keins. Das nächste beginnt mit dem nächsten Eintrag.',
  soFar: 'Bisher',
  pace: 'Tempo pro Stunde',
  paceLater: 'Erst 10 Minuten nach dem ersten Eintrag bekannt',
  resets: 'Neues Fenster',
  resetsIn: (hours, minutes) => (hours === 0 ? `in ${minutes} Min.` : `in ${hours} Std. ${minutes} Min.`),
  week: 'Letzte 7 Tage',
  tokens: (tokens) => `${tokens} Token`,
};
