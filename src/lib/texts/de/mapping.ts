import { counted } from '../counted';
import type { Texts } from '../texts';

export const mapping: Texts['mapping'] = {
  title: 'Eigene Formate',
  lead: 'Tokentab kann jede CSV-, JSON- oder JSONL-Datei mit Datum und Token-Zahlen lesen. Ordne die Spalten einmal zu, dann werden solche Dateien automatisch importiert, ob gewählt, abgelegt, gepackt oder in einem verbundenen Ordner.',
  linkTitle: 'Andere CSV- und JSONL-Dateien',
  linkText: (count) =>
    count === 0
      ? 'Bei Dateien, die Tokentab nicht erkennt, kannst du die Spalten selbst zuordnen.'
      : `${counted(count, 'eigenes Format wird', 'eigene Formate werden')} automatisch importiert.`,
  open: 'Eigene Formate',

  unknownTitle: 'Nicht erkannte Tabellen',
  unknownText: 'Ordne die Spalten einmal zu, um sie zu importieren.',
  describe: 'Spalten zuordnen',
  describeNamed: (file) => `Spalten zuordnen: ${file}`,
  leaveOut: 'Ignorieren',
  leaveOutNamed: (file: string) => `Ignorieren: ${file}`,
  leftOut: (count: number) =>
    `${counted(count, 'Datei', 'Dateien')} ignoriert. Du wirst nicht mehr danach gefragt.`,
  sameColumns: (count) => `und ${counted(count, 'weitere', 'weitere')} dieser Art`,
  moreUnknown: (count) => `und ${counted(count, 'weitere Art', 'weitere Arten')} von Tabellen`,

  savedTitle: 'Gespeicherte Formate',
  savedNone: 'Noch keine. Wähle eine Datei, um ihre Spalten zuzuordnen.',
  chooseFile: 'Datei wählen',
  chooseOther: 'Andere Datei wählen',
  nameColumn: 'Name',
  columnsColumn: 'Spalten',
  changedColumn: 'Geändert',
  columnsCount: (count) => counted(count, 'Spalte', 'Spalten'),
  menu: (name) => `${name} bearbeiten oder löschen`,
  edit: 'Bearbeiten',
  rename: 'Umbenennen',
  remove: 'Löschen',
  removed: (name) => `„${name}“ gelöscht. Was damit importiert wurde, bleibt.`,
  renamed: (before, after) => `„${before}“ heißt jetzt „${after}“.`,
  renameTitle: 'Format umbenennen',
  failed: 'Das hat nicht geklappt.',

  newTitle: 'Neues eigenes Format',
  editTitle: (name) => `„${name}“ bearbeiten`,
  notHere: 'Dieses Format gibt es nicht',
  notHereHint: 'Vielleicht wurde es gelöscht.',
  back: 'Alle eigenen Formate',
  chooseFirst:
    'Wähle die Datei, deren Spalten du zuordnen willst. Sie wird nur hier gelesen, in deinem Browser.',
  chooseToCheck: 'Wähle eine Datei in diesem Format, um zu sehen, was daraus gelesen wird.',
  draftBack: (file: string) =>
    file === ''
      ? 'Dein Entwurf ist wiederhergestellt.'
      : `Dein Entwurf ist wiederhergestellt. Wähle ${file} noch einmal, damit sie beim Speichern importiert wird.`,
  reading: 'Die Datei wird gelesen …',
  unreadable:
    'Die Datei ließ sich nicht lesen. Vielleicht ist sie gesperrt, gelöscht oder seit der Auswahl geändert worden.',
  noTable:
    'In dieser Datei wurden keine Zeilen gefunden. Eine Tabelle braucht eine Kopfzeile mit Zeilen darunter, oder JSON-Objekte.',
  alreadyKnown: (name) => `„${name}“ liest dieses Format schon, du bearbeitest es also.`,
  wasDeleted: (name) =>
    `Für diese Dateien hattest du ein Format, „${name}“. Beim Speichern wird es wiederhergestellt, damit nichts doppelt zählt.`,

  previewTitle: (file) => `Erste Zeilen von ${file}`,
  previewLabel: 'Erste Zeilen der Datei',
  /** Within a record its rows have numbers, as they have no lines. */
  lineColumn: (isNumber: boolean): string => (isNumber ? 'Nr.' : 'Zeile'),
  moreColumns: (count) => `${counted(count, 'weitere Spalte ist', 'weitere Spalten sind')} nicht zu sehen.`,

  rowsAt: 'Wo die Zeilen stehen',
  rowsAtHint:
    'Eine Datei kann mehrere Listen enthalten. Werte außerhalb der Liste erscheinen als Spalten, die mit „$.“ beginnen.',
  placeOption: (place: string, rows: number) =>
    `${place === '' ? 'Die Datei selbst' : place} (${rows >= 100 ? '100 oder mehr Zeilen' : counted(rows, 'Zeile', 'Zeilen')})`,
  rowsAre: (place: string) => `Die Zeilen stehen in ${place}.`,

  columnsTitle: 'Spalten',
  noColumn: 'keine Spalte',
  required: 'nötig',
  requiredNote: 'Nötig sind ein Datum und mindestens eine Zahl von Token.',
  fields: {
    occurredAt: 'Datum',
    inputTokens: 'Eingabe-Token',
    cacheReadTokens: 'Aus dem Cache gelesen',
    cacheWrite5mTokens: 'In den Cache geschrieben',
    cacheWrite1hTokens: 'In den Cache geschrieben, 1 h',
    outputTokens: 'Ausgabe-Token',
    reasoningTokens: 'Reasoning-Token',
    totalTokens: 'Summe, zum Vergleich',
    model: 'Modell',
    provider: 'Anbieter',
    project: 'Projekt oder Ordner',
    eventType: 'Art des Aufrufs',
    sessionId: 'Sitzung',
    id: 'Id der Zeile',
  },
  totalHint: 'Zeilen, deren Zahlen nicht diese Summe ergeben, werden übersprungen.',
  idHint: 'Zeilen mit derselben Id zählen einmal.',

  howTitle: 'Format',
  dateFormat: 'Datumsformat',
  dateFormats: {
    iso: '2026-11-30, auch mit Uhrzeit',
    'year-month-day': '2026/11/30 (Jahr zuerst)',
    'day-month-year': '30.11.2026 (Tag zuerst)',
    'month-day-year': '11/30/2026 (Monat zuerst)',
    'epoch-seconds': 'Sekunden seit 1970',
    'epoch-milliseconds': 'Millisekunden seit 1970',
  },
  decimalSign: 'Dezimalzeichen',
  decimalSigns: { '.': 'Punkt: 1,234.0', ',': 'Komma: 1.234,0' },
  rows: 'Jede Zeile ist',
  rowKinds: { call: 'ein Aufruf', hour: 'die Summe einer Stunde', day: 'die Summe eines Tages' },
  rowsHint: 'Ein späterer Export kann eine größere Summe enthalten; sie ersetzt dann die frühere.',
  inputHolds: 'Eingabe-Token enthalten',
  inputContents: {
    'no cache tokens': 'keine Cache-Token',
    'cache reads': 'Cache-Lesen',
    'cache reads and writes': 'Cache-Lesen und -Schreiben',
  },
  reasoning: 'Reasoning-Token sind',
  reasoningPlaces: { 'inside output': 'ein Teil der Ausgabe', 'on top of output': 'zusätzlich zur Ausgabe' },
  llmMode: 'Die Modelle liefen',
  llmModes: { cloud: 'in der Cloud', local: 'auf dem eigenen Rechner' },

  constantsTitle: 'Standardwerte',
  constantsText: 'Gelten, wo eine Spalte fehlt oder leer ist.',

  checkTitle: 'Vorschau',
  checkLabel: 'Vorschau der ersten Zeilen',
  checkSummary: (readable, rows, tokens) =>
    `${readable} der ersten ${rows} Zeilen werden gelesen, mit ${tokens} Token.`,
  dateColumn: 'Datum',
  input: 'Eingabe',
  cache: 'Cache',
  output: 'Ausgabe',
  total: 'Summe',
  notRead: 'Übersprungen:',
  noTokens: 'Zählt nicht: keine Token.',
  fieldProblem: (count, reason) => `${counted(count, 'Zeile', 'Zeilen')}: ${reason}`,
  absent: 'Die Datei hat keine solche Spalte.',

  name: 'Name',
  nameHint: 'Erscheint als Quelle des importierten Verbrauchs.',
  nameMissing: 'Gib einen Namen ein.',
  nameTaken: 'So heißt schon ein anderes Format.',
  dateMissing: 'Wähle die Spalte mit dem Datum.',
  tokensMissing: 'Wähle eine Spalte mit Token-Zahlen.',
  nothingReadable: 'Mit diesen Einstellungen lässt sich keine dieser Zeilen lesen.',
  onlyFilesTitle: 'Ein anderes Werkzeug nutzt dieselben Spalten',
  onlyFiles: 'Nur Dateien, in deren Name oder Ordner steht',
  onlyFilesHint: 'Nur diese Dateien werden dann mit diesem Format gelesen, und mit keinem anderen.',
  onlyFilesNotThis: 'Das steht weder im Namen noch im Ordner der gewählten Datei.',
  onlyFilesMissing: 'Sonst würden zwei Formate dieselben Dateien lesen.',
  apart: 'Sie kommt aus einem anderen Werkzeug: eigenes Format anlegen',
  apartNote: (name: string) =>
    `Was mit „${name}“ schon importiert wurde, bleibt dort. Mach den Import rückgängig, bevor du diese Dateien noch einmal importierst.`,
  saveAndImport: 'Speichern und importieren',
  saved: (name) => `„${name}“ gespeichert.`,
  savedChanged: (name) =>
    `„${name}“ gespeichert. Importiere die Dateien noch einmal, um die Änderungen anzuwenden; nichts zählt doppelt.`,
};
