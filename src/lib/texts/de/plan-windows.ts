import type { Texts } from '../texts';

export const planWindows: Texts['planWindows'] = {
  title: 'Nutzungsfenster der Tarife',
  rule: 'Fenster, die kein Werkzeug aufzeichnet, sind aus den gespeicherten Einträgen berechnet: Sie beginnen zur vollen Stunde (UTC) ihres ersten Eintrags und dauern 5 Stunden; das Tempo zählt ab diesem Eintrag.',
  recorded: (tool, time) => `Anteile und Zeitpunkte, wie ${tool} sie zuletzt aufgezeichnet hat: ${time}.`,
  limit: 'Limit',
  limitOf: (hours) => (hours % 24 === 0 ? `${hours / 24}-Tage-Fenster` : `${hours}-Stunden-Fenster`),
  used: (percent) => `${percent} verbraucht`,
  limitResets: (when) => `neu: ${when}`,
  ended: 'inzwischen abgelaufen',
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
