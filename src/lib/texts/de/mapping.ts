import { counted } from '../counted';
import type { Texts } from '../texts';

export const mapping: Texts['mapping'] = {
  title: 'Andere Tabellen',
  lead: 'Jede andere CSV-, JSON- oder JSONL-Datei mit Datum und Token-Zahlen: Sag einmal, was in welcher Spalte steht, und ab dann wird jede solche Datei von selbst gelesen, ob gewählt, abgelegt, gepackt oder in einem verbundenen Ordner.',
  linkTitle: 'Andere CSV- und JSONL-Dateien',
  linkText: (count) =>
    count === 0
      ? 'Eine Tabelle, die nicht erkannt wird, kannst du beschreiben: welche Spalte was enthält.'
      : `${counted(count, 'Art von Tabelle ist', 'Arten von Tabellen sind')} beschrieben und ${count === 1 ? 'wird' : 'werden'} von selbst gelesen.`,
  open: 'Tabellen beschreiben',

  unknownTitle: 'Tabellen, die hier noch nicht gelesen werden',
  unknownText: 'Sag einmal, was in welcher Spalte steht, und sie werden importiert.',
  describe: 'Diese Datei beschreiben',
  describeNamed: (file) => `Diese Datei beschreiben: ${file}`,
  leaveOut: 'Auslassen',
  leaveOutNamed: (file: string) => `Auslassen: ${file}`,
  leftOut: (count: number) =>
    `${counted(count, 'Datei', 'Dateien')} ausgelassen; danach wirst du nicht mehr gefragt.`,
  sameColumns: (count) => `und ${counted(count, 'weitere', 'weitere')} dieser Art`,
  moreUnknown: (count) => `und ${counted(count, 'weitere Art', 'weitere Arten')} von Tabellen`,

  savedTitle: 'Beschriebene Tabellen',
  savedNone: 'Noch keine. Wähle eine Datei, um die erste zu beschreiben.',
  chooseFile: 'Datei wählen',
  chooseOther: 'Andere Datei wählen',
  nameColumn: 'Name',
  columnsColumn: 'Spalten',
  changedColumn: 'Geändert',
  columnsCount: (count) => counted(count, 'Spalte', 'Spalten'),
  menu: (name) => `${name} ändern oder löschen`,
  edit: 'Ändern',
  rename: 'Umbenennen',
  remove: 'Löschen',
  removed: (name) => `„${name}“ gelöscht. Was damit gelesen wurde, bleibt.`,
  renamed: (before, after) => `„${before}“ heißt jetzt „${after}“.`,
  renameTitle: 'Tabelle umbenennen',
  failed: 'Das hat nicht geklappt.',
  unnamed: 'Eine beschriebene Tabelle',

  newTitle: 'Tabelle beschreiben',
  editTitle: (name) => `„${name}“ ändern`,
  notHere: 'Diese Tabelle gibt es nicht',
  notHereHint: 'Vielleicht wurde sie inzwischen gelöscht.',
  back: 'Alle beschriebenen Tabellen',
  chooseFirst: 'Wähle die Datei, die du beschreiben willst. Sie wird nur hier angesehen, in deinem Browser.',
  chooseToCheck: 'Wähle eine solche Datei, um zu sehen, was daraus gelesen wird.',
  draftBack: (file: string) =>
    file === ''
      ? 'Was du getippt hattest, ist wieder da.'
      : `Was du getippt hattest, ist wieder da. Wähle ${file} noch einmal, damit sie beim Speichern importiert wird.`,
  reading: 'Die Datei wird angesehen …',
  unreadable:
    'Die Datei ließ sich nicht lesen; sie ist vielleicht gesperrt, weg oder wurde seit der Auswahl geändert.',
  noTable:
    'In dieser Datei wurden keine Zeilen gefunden. Eine Tabelle braucht eine Zeile mit Spaltennamen und Zeilen darunter, oder JSON-Objekte.',
  alreadyKnown: (name) => `Solche Tabellen liest schon „${name}“: Du änderst sie gerade.`,
  wasDeleted: (name) =>
    `Solche Tabellen hast du schon einmal beschrieben, als „${name}“. Beim Speichern kommt das zurück, damit nichts doppelt zählt.`,

  previewTitle: (file) => `Erste Zeilen von ${file}`,
  previewLabel: 'Erste Zeilen der Datei',
  /** Within a record its rows have numbers, as they have no lines. */
  lineColumn: (isNumber: boolean): string => (isNumber ? 'Nr.' : 'Zeile'),
  moreColumns: (count) => `${counted(count, 'weitere Spalte ist', 'weitere Spalten sind')} nicht zu sehen.`,

  rowsAt: 'Wo die Zeilen stehen',
  rowsAtHint:
    'Eine Datei kann mehrere Listen enthalten. Was um eine Liste herum steht, gibt es als Spalten, die mit „$.“ beginnen.',
  placeOption: (place: string, rows: number) =>
    `${place === '' ? 'Die Datei selbst' : place} (${rows >= 100 ? '100 oder mehr Zeilen' : counted(rows, 'Zeile', 'Zeilen')})`,
  rowsAre: (place: string) => `Die Zeilen stehen in ${place}.`,

  columnsTitle: 'Welche Spalte was enthält',
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
  totalHint: 'Zeilen, deren Zahlen sie nicht ergeben, werden nicht gelesen.',
  idHint: 'Zeilen mit derselben Id zählen einmal.',

  howTitle: 'Wie es geschrieben ist',
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
  rowsHint: 'Eine Summe kann bis zu einem späteren Export wachsen und ersetzt dann die frühere.',
  inputHolds: 'Eingabe-Token enthalten',
  inputContents: {
    'no cache tokens': 'keine Cache-Token',
    'cache reads': 'aus dem Cache Gelesenes',
    'cache reads and writes': 'Gelesenes und Geschriebenes',
  },
  reasoning: 'Reasoning-Token sind',
  reasoningPlaces: { 'inside output': 'ein Teil der Ausgabe', 'on top of output': 'zusätzlich zur Ausgabe' },
  llmMode: 'Die Modelle liefen',
  llmModes: { cloud: 'in der Cloud', local: 'auf dem eigenen Rechner' },

  constantsTitle: 'Wo die Tabelle es nicht sagt',
  constantsText: 'Gilt für Zeilen ohne eine solche Spalte oder ohne Eintrag darin.',

  checkTitle: 'Was gelesen wird',
  checkLabel: 'Was aus den ersten Zeilen gelesen wird',
  checkSummary: (readable, rows, tokens) =>
    `${readable} der ersten ${rows} Zeilen werden gelesen, mit ${tokens} Token.`,
  dateColumn: 'Datum',
  input: 'Eingabe',
  cache: 'Cache',
  output: 'Ausgabe',
  total: 'Summe',
  notRead: 'Nicht gelesen:',
  noTokens: 'Zählt nicht: keine Token.',
  fieldProblem: (count, reason) => `${counted(count, 'Zeile', 'Zeilen')}: ${reason}`,
  absent: 'Die Datei hat keine solche Spalte.',

  name: 'Name',
  nameHint: 'Steht als Quelle bei allem, was gelesen wird.',
  nameMissing: 'Gib ihr einen Namen.',
  nameTaken: 'So heißt schon eine andere Tabelle.',
  dateMissing: 'Wähle die Spalte mit dem Datum.',
  tokensMissing: 'Wähle eine Spalte mit Token.',
  nothingReadable: 'So lässt sich keine dieser Zeilen lesen.',
  onlyFilesTitle: 'Andere Werkzeuge schreiben dieselben Spalten',
  onlyFiles: 'Nur Dateien, in deren Name oder Ordner steht',
  onlyFilesHint:
    'Dann werden nur solche Dateien so gelesen, und nie mit einer Beschreibung, die für alle gilt.',
  onlyFilesNotThis: 'Der Name dieser Datei enthält das nicht.',
  onlyFilesMissing: 'Ohne das würden beide dieselben Dateien lesen.',
  apart: 'Sie kommt aus einem anderen Werkzeug: eigens beschreiben',
  apartNote: (name: string) =>
    `Was „${name}“ schon gelesen hat, bleibt dort: Mach den Import rückgängig, bevor du diese Dateien noch einmal bringst.`,
  saveAndImport: 'Speichern und importieren',
  saved: (name) => `„${name}“ gespeichert.`,
  savedChanged: (name) =>
    `„${name}“ gespeichert. Importiere die Dateien noch einmal, um sie so zu lesen; nichts zählt doppelt.`,

  reasons: {
    'There is no date.': 'Da steht kein Datum.',
    'The record has no date.': 'Da steht kein Datum.',
    'There is no such date.': 'Dieses Datum gibt es nicht.',
    'The date is not of the chosen form.': 'Das Datum hat nicht die gewählte Form.',
    'The date is not a time in ISO format.': 'Das Datum hat nicht die gewählte Form.',
    'The date is not a number of seconds or milliseconds since 1970.':
      'Das Datum ist keine Zahl von Sekunden oder Millisekunden seit 1970.',
    'The date is out of range: before 2020 or in the future.':
      'Das Datum liegt vor 2020 oder in der Zukunft.',
    'A token count is not a number.': 'Eine Token-Zahl ist keine Zahl.',
    'A token count is not a whole number.': 'Eine Token-Zahl ist keine ganze Zahl.',
    'A token count is negative.': 'Eine Token-Zahl ist negativ.',
    'A token count is too large to be real.': 'Eine Token-Zahl ist zu groß, um wahr zu sein.',
    'The record has more cache tokens than input tokens.': 'Es sind mehr Cache-Token als Eingabe-Token.',
    'The record has more reasoning tokens than output tokens.':
      'Es sind mehr Reasoning-Token als Ausgabe-Token.',
    'The counts do not add up to the total of the row.': 'Die Zahlen ergeben nicht die Summe der Zeile.',
  },
};
