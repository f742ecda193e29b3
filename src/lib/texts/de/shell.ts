import type { Texts } from '../texts';

export const shell: Texts['shell'] = {
  appName: 'Tokentab',
  skipToContent: 'Zum Inhalt springen',
  sidebar: 'Schnellzugriff',
  mainNavigation: 'Seiten',
  openNavigation: 'Navigation öffnen',
  closeNavigation: 'Navigation schließen',
  thisMonth: 'Dieser Monat',
  projects: 'Projekte',
  clients: 'Kunden',
  import: 'Import',
  settings: 'Einstellungen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  undo: 'Rückgängig',
  undone: (what) => `Rückgängig gemacht: ${what}`,
  copied: 'Kopiert',
  copyDetails: 'Details kopieren',
  loading: 'Wird geladen …',
  title: (page) => `${page} · Tokentab`,
  notifications: 'Mitteilungen',
  showAll: (count: string) => `Alle ${count} zeigen`,
  dismiss: 'Ausblenden',
  notFound: 'Diese Seite gibt es nicht',
  notFoundHint:
    'Die Adresse ist vielleicht veraltet oder hat einen Tippfehler. Deine Daten sind davon nicht betroffen.',
  toThisMonth: 'Zu diesem Monat',
  pageFailedHint:
    'Deine Daten sind davon nicht betroffen. Lade die Seite neu. Wenn das nicht hilft, versuche eine andere.',
  pageFailed: 'Diese Seite lässt sich nicht anzeigen',

  sampleBanner: 'Das sind Beispieldaten. Was du hier tust, betrifft deine eigenen Daten nicht.',
  leaveSample: 'Beispieldaten verlassen',
  memoryBanner: 'Nichts wird gespeichert. Alles ist weg, sobald du diesen Tab schließt oder neu lädst.',
  leaveMemory: 'Speichern noch einmal versuchen',
  fillingSample: 'Beispieldaten werden angelegt …',
  sampleFailed: 'Die Beispieldaten ließen sich nicht anlegen.',

  installTitle: 'Tokentab installieren',
  installWhy:
    'Einmal installiert, liest Tokentab deinen Log-Ordner automatisch, und der Browser löscht deine Daten nicht.',
  install: 'Installieren',
  notNow: 'Nicht jetzt',
  installFailed: 'Der Browser hat die Installation nicht angeboten.',
  installFirst:
    'In Safari: Installiere Tokentab vor dem ersten Import. Die installierte App hat einen eigenen Speicher, der leer beginnt.',
  installSteps: [
    'Auf dem Mac: Ablage, dann „Zum Dock hinzufügen“.',
    'Auf iPhone oder iPad: Teilen, dann „Zum Home-Bildschirm“.',
    'Öffne dann die installierte App und importiere dort.',
  ],

  newVersion: 'Eine neue Version von Tokentab ist da.',
  newVersionWaits: 'Die neue Version startet, sobald der Import fertig ist.',
  reload: 'Neu laden',
  later: 'Später',

  dropToImport: 'Zum Importieren loslassen',
  dropToImportHint: 'Ordner und Dateien mit Logs. Nur die Token-Zahlen werden übernommen.',
};
