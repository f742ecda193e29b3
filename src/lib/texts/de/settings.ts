import type { Texts } from '../texts';

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  timeZone: 'Zeitzone',
  timeZoneText:
    'Tage und Monate richten sich nach dieser Zeitzone. Wenn du sie änderst, wird das Datum jedes Eintrags neu berechnet.',
  followBrowser: (zone) => `Wie der Browser (${zone})`,
  timeZoneInForce: (zone) => `Aktuell: ${zone}`,
  timeZoneUnknown: 'Diese Zeitzone gibt es nicht. Wähle eine aus der Liste.',
  timeZoneSaved: (zone) => `Tage und Monate richten sich jetzt nach ${zone}.`,
  timeZoneFailed: 'Die Zeitzone ließ sich nicht ändern. Alle Datumsangaben sind unverändert.',

  theme: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },

  language: 'Sprache',
  languageFollowsBrowser: 'Wie der Browser',
  languageAfterImport: 'Ein Import läuft. Die Sprache wechselt, wenn du die Seite neu lädst.',
  languageAfterReload: 'Die Sprache wechselt, wenn du die Seite neu lädst.',
  languageFailed: 'Deine Sprache ließ sich nicht laden, deshalb ist Tokentab auf Englisch.',

  storage: 'Speicher',
  storageText: 'Alle Daten liegen in diesem Browser, auf diesem Gerät.',
  databaseSize: 'Datenbank',
  eventCount: 'Einträge',
  protection: 'Schutz',
  persisted: 'Geschützt: Der Browser löscht nichts automatisch',
  notPersisted: 'Nicht geschützt: Wird der Platz knapp, darf der Browser alles löschen',
  persistUnknown: 'Dieser Browser sagt dazu nichts',
  askPersist: 'Meine Daten schützen',
  persistRefused:
    'Der Browser hat nicht zugestimmt. Es kann helfen, Tokentab zu installieren oder öfter zu benutzen.',
  persistGranted: 'Deine Daten sind jetzt geschützt.',

  export: 'Daten exportieren',
  exportText: 'Eine SQLite-Datei mit allen Daten. Jedes SQLite-Programm kann sie öffnen.',
  exportButton: 'Datenbank exportieren',
  exporting: 'Wird exportiert …',
  exportFailed: 'Der Export ist fehlgeschlagen.',

  integrity: 'Integritätsprüfung',
  integrityText: 'Liest die ganze Datenbank und prüft jede Summe anhand ihrer Einträge.',
  integrityButton: 'Datenbank prüfen',
  checking: 'Wird geprüft …',
  integrityOk: 'Alles stimmt überein.',
  integrityBad: 'Etwas stimmt nicht überein:',
  integrityFailed: 'Die Prüfung ließ sich nicht durchführen.',

  about: 'Über Tokentab',
  version: 'Version',
  databaseName: 'Geöffnet',
  databases: { main: 'Deine eigene', sample: 'Beispieldaten', memory: 'Im Arbeitsspeicher, nicht gesichert' },
};
