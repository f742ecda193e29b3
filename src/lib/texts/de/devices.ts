import type { Texts } from '../texts';

/** Die Geräte einer Person, die ein Ordner auf demselben Stand hält. */
export const devices: Texts['devices'] = {
  title: 'Deine Geräte',
  text: 'Tokentab hält deine Geräte auf demselben Stand, über einen Ordner, den Syncthing, Dropbox, iCloud Drive, OneDrive oder ein NAS zwischen ihnen abgleicht. Alles darin ist verschlüsselt, und Tokentab selbst sendet nichts.',
  unsupported:
    'Dieser Browser kann für eine Website keinen Ordner behalten. Nimm auf diesem Gerät Chrome oder Edge, oder übernimm Dateien unter „Andere Geräte“.',
  choose: 'Ordner wählen …',
  failed: 'Die Geräte ließen sich nicht abgleichen.',

  chosen: (name) => `Ordner: ${name}`,
  deviceName: 'Name dieses Geräts',
  firstTitle: 'Ist das dein erstes Gerät?',
  firstText: 'Fang hier an und füge die anderen mit dem Schlüssel hinzu, den du bekommst.',
  start: 'Auf diesem Gerät anfangen',
  joinTitle: 'Nutzen andere Geräte diesen Ordner schon?',
  joinText:
    'Gib den Schlüssel ein, den sie unter Einstellungen → Deine Geräte zeigen. Hier geht nichts verloren: Beides wird zusammengeführt.',
  found: 'Andere Geräte nutzen diesen Ordner schon',
  key: 'Schlüssel',
  join: 'Dazukommen',
  joining: 'Wird verbunden …',
  cancel: 'Abbrechen',

  levels: {
    working: 'Wird mit dem Ordner abgeglichen …',
    inStep: (when) => `Auf demselben Stand. Zuletzt abgeglichen: ${when}.`,
    alone: 'Noch nutzt kein anderes Gerät diesen Ordner. Füge eines mit dem Schlüssel hinzu.',
    behind: 'Einige Dateien eines anderen Geräts sind noch nicht angekommen oder unvollständig.',
    newer:
      'Ein anderes Gerät hat ein neueres Tokentab. Lade diese Seite neu, um zu aktualisieren; danach wird wieder abgeglichen.',
    paused: (name) => `Der Browser will noch einmal fragen, bevor Tokentab „${name}“ öffnet.`,
    gone: (name) =>
      `Der Ordner „${name}“ ist weg: verschoben, gelöscht, oder sein Laufwerk ist nicht verbunden. Hier ist nichts verloren. Stell ihn wieder her, oder verlasse ihn und wähle einen anderen.`,
    full: 'Für den Ordner ist kein Platz mehr. Hier ist nichts verloren; Tokentab versucht es jede Minute wieder.',
    waiting: 'Noch nicht abgeglichen.',
  },
  allow: 'Zugriff erlauben',
  compare: 'Jetzt abgleichen',
  list: 'Geräte',
  device: 'Gerät',
  heardOf: 'Zuletzt gehört',
  state: 'Stand',
  here: 'dieses Gerät',
  unknown: 'Noch nicht lesbar',
  states: {
    'in-step': 'Gleicher Stand',
    behind: 'Im Rückstand',
    newer: 'Neuere Version',
    left: 'Abgemeldet',
  },

  showKey: 'Schlüssel zeigen',
  hideKey: 'Schlüssel verbergen',
  keyText:
    'Gib diesen Schlüssel auf deinen anderen Geräten ein. Bewahre eine Kopie im Passwortmanager auf: Wer ihn hat, kann den Ordner lesen. Sind alle Geräte verloren, öffnet ohne ihn niemand mehr den Ordner.',
  copyKey: 'Schlüssel kopieren',
  leave: 'Abmelden …',
  leaveText:
    'Dieses Gerät liest und schreibt den Ordner nicht mehr. Seine Daten bleiben hier, was es geteilt hat, bleibt bei den anderen, und es vergisst den Schlüssel.',
  leaveNow: 'Ordner verlassen',
  left: 'Dieses Gerät ist abgemeldet.',
};
