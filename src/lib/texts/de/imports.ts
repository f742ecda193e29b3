import type { Texts } from '../texts';
import { counted } from '../counted';

export const imports: Texts['imports'] = {
  title: 'Import',
  lead: 'Lege einen Ordner mit Logs ab oder füge die Antwort einer API ein. Importierst du denselben Ordner noch einmal, kommt nur Neues dazu.',
  dropTitle: 'Ordner oder Dateien hier ablegen',
  dropHint:
    'Logs von Claude Code, Codex, Gemini, OpenCode, Copilot und gut fünfzig weiteren Werkzeugen, Exporte von Anbietern und Proxys, auch gepackt (.zip, .tar, .gz, .zst). Übernommen werden nur Token-Zahlen, Modell, Ordner und Zeit, niemals Prompts und Antworten.',
  chooseFolder: 'Ordner wählen',
  chooseFiles: 'Dateien wählen',
  paste: 'Einfügen',
  pastedName: 'Eingefügter Text',
  pasteEmpty:
    'In der Zwischenablage ist kein Text. Kopiere zuerst die Antwort einer API oder Zeilen einer Tabelle.',
  pasteRefused:
    'Der Browser erlaubt keinen Zugriff auf die Zwischenablage. Drücke stattdessen auf dieser Seite Strg V (⌘ V auf dem Mac).',
  pathsTitle: 'Wo die Logs liegen',
  pathsHint: 'Ordner, die mit einem Punkt beginnen, sind in Dateidialogen versteckt. Drücke',
  pathsMac: '⌘ ⇧ .',
  pathsMacSuffix: 'auf dem Mac oder',
  pathsLinux: 'Strg H',
  pathsLinuxSuffix: 'unter Linux, um sie zu sehen, füge den Pfad ein oder lege den Ordner einfach ab.',
  pathsWindows:
    'Unter Windows steht ~ für deinen Benutzerordner, zum Beispiel %USERPROFILE%\\.claude\\projects.',
  findTool: 'Werkzeug suchen',
  system: 'Betriebssystem',
  inUse: 'Schon importiert',
  inProject: 'in einem Projekt',
  noSuchTool:
    'Kein Werkzeug dieses Namens. Lege seinen Ordner trotzdem ab: Dateien werden am Inhalt erkannt.',
  allTools: (count) => `Alle ${count} Werkzeuge zeigen`,
  onlyDropped: 'Dieser Browser lässt dich diesen Ordner nicht auswählen. Lege ihn stattdessen hier ab.',
  wholeFolder:
    'Du kannst auch deinen ganzen Benutzer- oder Editorordner ablegen: Tokentab findet die Logs darin und übergeht den Rest.',
  copyPath: (path) => `${path} kopieren`,
  retention: 'Claude Code löscht seine Logs nach 30 Tagen. Was du importiert hast, bleibt.',

  running: 'Import läuft',
  collecting: 'Dateien werden gesucht …',
  foundTools: (names) => `Gefunden: Logs von ${names}.`,
  filesProgress: (done, all) => `${done} von ${counted(all, 'Datei', 'Dateien')}`,
  bytesProgress: (done, all) => `${done} von ${all}`,
  eventsProgress: (count) => counted(count, 'Eintrag', 'Einträge'),
  left: (time) => `noch etwa ${time}`,
  progressLabel: 'Fortschritt des Imports',
  cancelling: 'Wird angehalten …',
  alreadyRunning: 'Es läuft schon ein Import. Warte, bis er fertig ist, oder brich ihn ab.',

  done: 'Import fertig',
  cancelled: 'Import angehalten',
  cancelledHint: 'Alles bis dahin Gelesene ist gespeichert. Importiere noch einmal, um den Rest zu lesen.',
  failed: 'Der Import ist fehlgeschlagen',
  failedHint: 'Alles bis dahin Importierte bleibt. Ein neuer Import zählt nichts doppelt.',
  nothing: 'Nichts zu importieren',
  nothingHint: 'Was du abgelegt oder gewählt hast, enthielt keine lesbaren Dateien.',
  nothingRecognised: 'In diesen Dateien wurden keine Logs mit Token-Zahlen erkannt.',
  seeMonth: (month) => `${month ?? 'Diesen Monat'} ansehen`,
  result: {
    filesRead: 'Gelesene Dateien',
    eventsAdded: 'Neue Einträge',
    eventsReplaced: 'Durch vollständigere ersetzt',
    duplicates: 'Schon bekannt',
    filesUnchanged: 'Seit dem letzten Import unverändert',
    filesSkipped: 'Übersprungene Dateien',
    problems: 'Probleme',
  },

  problemsTitle: 'Übersprungen, und warum',
  problemsCount: (count) => counted(count, 'Problem', 'Probleme'),
  leftOut: 'Ausgelassen',
  file: 'Datei',
  line: 'Zeile',
  reason: 'Grund',
  count: 'Anzahl',
  moreProblems: (count) => `und ${count} weitere`,

  health: {
    fine: (when) => `Zuletzt gelesen: ${when}, ohne Probleme.`,
    problems: (when, count) =>
      `Zuletzt gelesen: ${when}, mit ${counted(count, 'Problem', 'Problemen')}. Vielleicht fehlt etwas.`,
    stopped: (when) => `Der letzte Import wurde angehalten: ${when}. Vielleicht fehlt etwas.`,
    unfinished: (when) => `Der Import vom ${when} wurde nicht fertig. Vielleicht fehlt etwas.`,
    unread: (folders, when) =>
      `Wird gerade nicht gelesen: ${folders}.${when === undefined ? '' : ` Zuletzt gelesen: ${when}.`}`,
    link: 'Zu den Importen',
  },
  historyTitle: 'Importe',
  historyNone: 'Noch keine Importe.',
  corrected: (events, tokens) =>
    `Eine frühere Version hat manche Antworten von Claude Code mehrfach gezählt. Diese Version hat ${counted(events, 'Duplikat', 'Duplikate')} entfernt. Die Summen sind dadurch um ${counted(tokens, 'Token', 'Token')} niedriger.`,
  when: 'Wann',
  source: 'Quelle',
  status: 'Stand',
  added: 'Neu',
  undo: 'Rückgängig',
  undoLabel: (when) => `Import vom ${when} rückgängig machen`,
  undone: (count) => `${counted(count, 'Eintrag', 'Einträge')} dieses Imports entfernt.`,
  undoFailed: 'Der Import ließ sich nicht rückgängig machen. Alles ist, wie es war.',
  statuses: {
    running: 'Nicht fertig',
    finished: 'Fertig',
    cancelled: 'Angehalten',
    undone: 'Rückgängig gemacht',
  },
  sources: { mixed: 'Mehrere', manual: 'Von Hand eingetragen', extraction: 'Auswertung' },
  unnamedFormat: 'Format ohne Namen',
  noSource: 'Nichts erkannt',
  undoAnyway: 'Trotzdem rückgängig machen',
  undoExtraction:
    'Diese Token wurden wirklich verbraucht, und kein anderes Log enthält sie. Rückgängig machen nimmt sie endgültig aus allen Zahlen.',
};
