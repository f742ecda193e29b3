import { counted } from '../counted';
import type { Texts } from '../texts';

export const safety: Texts['safety'] = {
  markRestored:
    'Die Datei deiner Datenbank war an ihrem Anfang beschädigt. Tokentab hat sie repariert und eine Kopie behalten. Prüfe die Datenbank in den Einstellungen.',
  setAside: (size) =>
    `Im Speicher von Tokentab lag eine beschädigte Datei (${size}). Sie wurde beiseitegelegt, nicht gelöscht.`,

  title: 'Datensicherheit',
  text: 'Deine Daten liegen nur in diesem Browser. Tokentab sichert sie automatisch, nach jedem Import und einmal am Tag, und öffnet jede Sicherung zur Probe.',
  levels: { green: 'Sicher', amber: 'Könnte sicherer sein', red: 'Beschädigt' },
  advice: {
    nothing: 'Es gibt nichts zu tun.',
    'back-up': 'Es gibt keine aktuelle Sicherung.',
    protect:
      'Der Browser darf deine Daten löschen, wenn der Datenträger fast voll ist, und keine aktuelle Kopie liegt außerhalb.',
    copy: 'Seit 30 Tagen hat keine Kopie diesen Browser verlassen. Gehen die Daten des Browsers verloren, dann auch die Sicherungen.',
    damaged:
      'Die letzte Prüfung hat Schäden in der Datenbank gefunden. Stelle die letzte gute Sicherung wieder her, oder rette, was noch lesbar ist.',
  },
  backUp: 'Jetzt sichern',
  backingUp: 'Wird gesichert …',
  backedUp: 'Gesichert und geprüft.',
  backUpFailed: 'Die Sicherung ist fehlgeschlagen.',
  protect: 'Meine Daten schützen',
  saveCopy: 'Kopie speichern',
  lastBackup: 'Letzte Sicherung',
  lastCheck: 'Letzte Prüfung',
  lastCopy: 'Letzte Kopie außerhalb dieses Browsers',
  never: 'Nie',
  room: 'Platz für Sicherungen',
  roomUsed: (used, most) => `${used} von höchstens ${most}`,
  safari:
    'Safari löscht die Daten einer Website nach sieben Tagen ohne Besuch. Installiere Tokentab zuerst (Teilen, dann „Zum Dock hinzufügen“ oder „Zum Home-Bildschirm“): Für installierte Apps gilt das nicht.',

  folder: 'Ordner für Sicherungen',
  folderText:
    'Tokentab kann jede Sicherung auch in einen Ordner auf deinem Datenträger kopieren. Dort bleibt sie, wenn die Daten des Browsers verloren gehen.',
  chooseFolder: 'Ordner wählen …',
  folderIs: (name) => `Jede Sicherung wird auch nach „${name}“ kopiert.`,
  folderPaused: (name) =>
    `Der Browser braucht noch einmal deine Erlaubnis, bevor Tokentab in „${name}“ schreibt. Bis dahin wird keine Sicherung dorthin kopiert.`,
  allowFolder: 'Wieder erlauben',
  stopFolder: 'Nicht mehr kopieren',
  folderWorks: 'Gesichert und in den Ordner kopiert.',
  folderFailed: 'Die Sicherung ließ sich nicht in den Ordner kopieren.',

  backups: 'Sicherungen',
  noBackups: 'Noch keine Sicherungen.',
  when: 'Erstellt',
  holds: 'Einträge',
  eventCount: (count) => counted(count, 'Eintrag', 'Einträge'),
  size: 'Größe',
  actions: 'Aktionen',
  before: { restore: 'vor einer Wiederherstellung', merge: 'vor dem Übernehmen von Daten' },
  restore: 'Wiederherstellen …',
  restoreOf: (when) => `Sicherung vom ${when} wiederherstellen`,
  download: 'Speichern',
  downloadOf: (when) => `Sicherung vom ${when} als Datei speichern`,
  downloadFailed: 'Die Sicherung ließ sich nicht lesen.',
  restoreFile: 'Aus einer Datei wiederherstellen …',

  look: 'Die Datei wird geprüft …',
  previewTitle: 'Diese Sicherung wiederherstellen?',
  previewText:
    'Deine jetzigen Daten werden zuerst gesichert, und die Wiederherstellung lässt sich zurücknehmen.',
  previewTextAtOpening: 'Deine jetzigen Daten werden beiseitegelegt, nicht gelöscht.',
  here: 'Jetzige Daten',
  there: 'In der Sicherung',
  projects: 'Projekte',
  events: 'Einträge',
  tokens: 'Token',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  none: '–',
  losses: 'Nicht alles war lesbar:',
  lossOf: (table, rows) =>
    rows === null
      ? `${table}: ein Teil, wie viel ist unbekannt`
      : `${table}: ${counted(rows, 'Zeile', 'Zeilen')}`,
  replace: 'Jetzige Daten ersetzen',
  cancel: 'Abbrechen',
  restoring: 'Wird wiederhergestellt …',
  restored: 'Die Sicherung ist wiederhergestellt.',
  restoreUndone: 'Die Wiederherstellung ist zurückgenommen.',
  restoreFailed: 'Die Sicherung ließ sich nicht wiederherstellen.',

  devices: 'Andere Geräte',
  devicesText:
    'Führe die Daten zweier Browser oder Geräte zusammen: Speichere auf einem eine Datei, übernimm sie auf dem anderen, und dann umgekehrt. Was beide haben, zählt einmal. Haben beide dasselbe geändert, bleibt die spätere Änderung. Nur diese Datei verlässt den Browser.',
  saveChanges: 'Änderungen für ein anderes Gerät speichern',
  passphraseToSave: 'Passphrase (optional)',
  passphraseHint:
    'Mit einer Passphrase wird die Datei verschlüsselt, und nur die Passphrase öffnet sie. Eine verlorene kann niemand wiederherstellen.',
  passphraseOfFile: 'Diese Datei ist verschlüsselt. Passphrase:',
  openFile: 'Datei öffnen',
  savingChanges: 'Wird gespeichert …',
  takeIn: 'Datei übernehmen …',
  takeInTitle: 'Diese Datei übernehmen?',
  takeInText: 'Deine jetzigen Daten werden zuerst gesichert, und das Übernehmen lässt sich zurücknehmen.',
  nothingNew: 'Du hast schon alles, was in dieser Datei ist.',
  comparing: 'Wird mit deinen Daten verglichen …',
  takingIn: 'Wird übernommen …',
  inFile: 'In der Datei',
  afterwards: 'Danach',
  decisions: (count) =>
    `${counted(count, 'Änderung', 'Änderungen')} an Namen, Kunden, Pins, Einstellungen und Preisen ${count === 1 ? 'ist' : 'sind'} in der Datei neuer.`,
  takeInNow: 'Übernehmen',
  tookIn: (events) =>
    events === 0 ? 'Übernommen.' : `Übernommen: ${counted(events, 'neuer Eintrag', 'neue Einträge')}.`,
  takeInUndone: 'Alles ist wieder wie zuvor.',
  takeInFailed: 'Die Datei ließ sich nicht übernehmen.',

  rescue: 'Hol deine Daten zurück',
  rescueText: 'Jeder Weg wird zuerst geprüft, und nichts wird gelöscht.',
  salvage: 'Retten, was noch lesbar ist …',
  salvageTitle: 'Verwenden, was sich retten ließ?',
  recovered: 'Gerettet',
  salvageFailed: 'Es ließ sich nichts retten.',
};
