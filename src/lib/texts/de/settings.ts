import type { Texts } from '../texts';

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  timeZone: 'Zeitzone',
  timeZoneText:
    'In dieser Zone beginnen und enden Tage und Monate. Wenn du sie änderst, wird jeder Eintrag sofort neu zugeordnet.',
  followBrowser: (zone) => `Wie der Browser (${zone})`,
  timeZoneInForce: (zone) => `Es gilt: ${zone}`,
  timeZoneUnknown: 'Diese Zeitzone gibt es nicht. Wähle eine aus der Liste.',
  timeZoneSaved: (zone) => `Tage und Monate richten sich jetzt nach ${zone}.`,
  timeZoneFailed: 'Die Zeitzone ließ sich nicht ändern. Alles ist, wie es war.',
  change: 'Ändern',

  theme: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },

  language: 'Sprache',
  languageFollowsBrowser: 'Wie der Browser',
  languageAfterImport: 'Ein Import läuft: Die Sprache wechselt, wenn die Seite neu geladen wird.',
  languageAfterReload: 'Die Sprache wechselt, wenn die Seite neu geladen wird.',
  languageFailed: 'Deine Sprache ließ sich nicht laden, darum ist hier alles auf Englisch.',

  storage: 'Speicher',
  storageText: 'Alles liegt in diesem Browser, auf diesem Gerät.',
  databaseSize: 'Datenbank',
  eventCount: 'Einträge',
  protection: 'Schutz',
  persisted: 'Geschützt: Der Browser löscht nichts von sich aus',
  notPersisted: 'Nicht geschützt: Wird der Platz knapp, darf der Browser alles löschen',
  persistUnknown: 'Dieser Browser sagt dazu nichts',
  askPersist: 'Meine Daten schützen',
  persistRefused:
    'Der Browser hat nicht zugestimmt. Es hilft, Tokentab als App zu installieren oder öfter zu besuchen.',
  persistGranted: 'Deine Daten sind jetzt geschützt.',

  export: 'Zum Mitnehmen',
  exportText: 'Eine einzige SQLite-Datei mit allem, was hier liegt. Jedes SQLite-Programm öffnet sie.',
  exportButton: 'Datenbank exportieren',
  exporting: 'Wird exportiert …',
  exportFailed: 'Der Export ist fehlgeschlagen.',

  integrity: 'Prüfung',
  integrityText:
    'Liest die ganze Datenbank und vergleicht jede Summe mit den Einträgen, aus denen sie besteht.',
  integrityButton: 'Datenbank prüfen',
  checking: 'Wird geprüft …',
  integrityOk: 'Alles stimmt überein.',
  integrityBad: 'Etwas stimmt nicht überein:',
  integrityFailed: 'Die Prüfung ließ sich nicht durchführen.',

  about: 'Über Tokentab',
  version: 'Version',
  schema: 'Schema',
  databaseName: 'Geöffnet',
  databases: { main: 'Deine eigene', sample: 'Beispieldaten', memory: 'Im Arbeitsspeicher, nicht gesichert' },
};
