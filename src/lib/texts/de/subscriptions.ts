import type { Texts } from '../texts';

export const subscriptions: Texts['subscriptions'] = {
  title: 'Abos',
  text: 'Ein fester Preis für ein Werkzeug, etwa 200 $ im Monat. Er verteilt sich auf Projekte nach dem, was ihr Verbrauch zu API-Preisen gekostet hätte.',
  add: 'Abo hinzufügen',
  named: (name, tool) => (name === tool ? name : `${name} (${tool})`),
  since: (day) => `seit ${day}`,
  fromTo: (from, to) => `${from} bis ${to}`,
  monthly: (price) => `${price} im Monat`,
  change: (name) => `${name} bearbeiten`,

  newTitle: 'Neues Abo',
  name: 'Name',
  nameHint: 'Zum Beispiel: Claude Max.',
  nameMissing: 'Gib dem Abo einen Namen.',
  tool: 'Werkzeug',
  price: 'Dollar im Monat',
  priceInvalid: 'Gib einen Preis von 0 bis eine Million ein.',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  dayInvalid: 'Gib einen Tag ein.',
  endInvalid: 'Gib einen Tag ein, der nicht vor dem ersten liegt, oder lass das Feld leer.',
  remove: 'Löschen',
  saved: (name) => `${name} gespeichert.`,
  deleted: (name) => `${name} gelöscht.`,
  failed: 'Das Abo ließ sich nicht speichern.',

  costs: (price, days) => `${price} für ${days}.`,
  byApi: (cost) => `Derselbe Verbrauch hätte zu API-Preisen ${cost} gekostet.`,
  unused: 'Für diese Tage ist kein Verbrauch bekannt.',
  api: 'Zu API-Preisen',
  share: 'Anteil am Preis',
};
