import type { Texts } from '../texts';

/** Die Geräte einer Person, die ein Ordner auf demselben Stand hält. */
export const devices: Texts['devices'] = {
  title: 'Deine Geräte',
  text: 'Tokentab hält deine Geräte auf demselben Stand: über einen Ordner, den Syncthing, Dropbox, iCloud Drive, OneDrive oder ein NAS zwischen ihnen abgleicht, oder über einen Server dieser Website. Alles wird verschlüsselt, bevor es dieses Gerät verlässt.',
  noFolder:
    'Dieser Browser kann einer Website keinen dauerhaften Zugriff auf einen Ordner geben. Nutze den Server dieser Website, falls sie einen hat, oder Chrome oder Edge, oder übernimm Dateien unter „Andere Geräte“.',
  choose: 'Ordner wählen …',
  chooseServer: 'Server dieser Website nutzen',
  noServer: 'Diese Website hat keinen Server für Geräte. Wer sie betreibt, kann einen einrichten.',
  serverName: 'Der Server dieser Website',
  failed: 'Die Geräte ließen sich nicht abgleichen.',

  chosen: (name) => `Ordner: ${name}`,
  deviceName: 'Name dieses Geräts',
  deviceNameMissing: 'Gib dem Gerät einen Namen, zum Beispiel Laptop, damit du es in der Liste erkennst.',
  firstTitle: 'Ist das dein erstes Gerät?',
  firstText: 'Fang hier an und füge die anderen mit dem Schlüssel hinzu, den du bekommst.',
  start: 'Auf diesem Gerät anfangen',
  joinTitle: 'Machen andere Geräte schon mit?',
  joinText:
    'Gib den Schlüssel ein, den sie unter Einstellungen → Deine Geräte zeigen. Hier geht nichts verloren: Beides wird zusammengeführt.',
  found: 'Andere Geräte machen schon mit',
  key: 'Schlüssel',
  lostTitle: 'Ist der Schlüssel verloren?',
  lostText:
    'Jedes Gerät, das noch mitmacht, zeigt ihn. Gibt es keines mehr, fang hier mit einem neuen Schlüssel an: Was ein Gerät hat, bleibt darauf.',
  startAgain: 'Mit neuem Schlüssel anfangen',
  join: 'Dazukommen',
  joining: 'Wird verbunden …',
  cancel: 'Abbrechen',

  levels: {
    working: 'Wird abgeglichen …',
    inStep: (when) => `Auf demselben Stand. Zuletzt abgeglichen: ${when}.`,
    alone: 'Noch macht kein anderes Gerät mit. Füge eines mit dem Schlüssel hinzu.',
    allLeft: 'Kein anderes Gerät macht mehr mit. Füge eines mit dem Schlüssel hinzu.',
    behind: 'Einige Dateien eines anderen Geräts sind noch nicht angekommen oder unvollständig.',
    newer:
      'Ein anderes Gerät hat ein neueres Tokentab. Lade diese Seite neu und nimm die neue Version an; danach wird wieder abgeglichen.',
    paused: (name) => `Der Browser braucht noch einmal deine Erlaubnis, bevor Tokentab „${name}“ öffnet.`,
    gone: (name) =>
      `Der Ordner „${name}“ ist weg: verschoben, gelöscht, oder sein Laufwerk ist nicht verbunden. Hier ist nichts verloren. Stell ihn wieder her, oder melde dieses Gerät ab und wähle einen anderen.`,
    full: 'Für die gemeinsamen Dateien ist kein Platz mehr. Hier ist nichts verloren; Tokentab versucht es jede Minute wieder.',
    unreachable:
      'Der Server antwortet nicht. Hier ist nichts verloren; Tokentab versucht es jede Minute wieder.',
    refused:
      'Der Server kennt dieses Gerät noch nicht. Gib dem, der ihn betreibt, diese Zeile. Sie ist nicht geheim.',
    taking: (file, of) =>
      `Datei ${file} von ${of} wird übernommen. Du kannst Tokentab schließen; beim nächsten Mal geht es hier weiter.`,
    stopped: 'Angehalten. Was angekommen ist, ist hier; der Rest folgt, wenn du fortsetzt.',
    waiting: 'Noch nicht abgeglichen.',
  },
  allow: 'Zugriff erlauben',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  compare: 'Jetzt abgleichen',
  list: 'Geräte',
  device: 'Gerät',
  heardOf: 'Zuletzt gesehen',
  state: 'Stand',
  here: 'Dieses Gerät',
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
    'Gib diesen Schlüssel auf deinen anderen Geräten ein. Bewahre eine Kopie im Passwortmanager auf: Wer ihn hat, kann lesen, was deine Geräte teilen. Sind alle Geräte verloren, kann es ohne ihn niemand mehr lesen.',
  copyKey: 'Schlüssel kopieren',
  copyAccess: 'Zeile kopieren',
  scan: 'Oder richte die Kamera des anderen Geräts hierauf. Es öffnet diese Website mit dem Schlüssel.',
  scanLabel: 'QR-Code mit dem Schlüssel',
  loopback:
    'Diese Adresse gilt nur auf diesem Computer. Öffne Tokentab unter einer Adresse, die deine anderen Geräte erreichen.',
  leave: 'Abmelden …',
  leaveText:
    'Dieses Gerät macht nicht mehr mit und vergisst den Schlüssel. Seine Daten bleiben hier, und was es geteilt hat, bleibt auf den anderen Geräten.',
  leaveNow: 'Abmelden',
  left: 'Dieses Gerät ist abgemeldet.',
  leftUnheard: 'Dieses Gerät ist abgemeldet. Die anderen konnten es nicht erfahren.',
};
