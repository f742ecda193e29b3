import { counted } from '../counted';
import type { Texts } from '../texts';

export const connection: Texts['connection'] = {
  upgrade: {
    title: 'Datenbank wird umgestellt',
    body: 'Tokentab stellt deine Datenbank um, damit sie nur noch ein Viertel des Platzes braucht. Das geschieht einmal und kann ein paar Minuten dauern. Du kannst diese Seite schließen: Nichts geht verloren, und die Umstellung beginnt beim nächsten Mal von vorn.',
  },
  readOnly: {
    title: 'Nur lesen',
    body: 'Die Festplatte oder der Speicherplatz dieser Website ist voll, daher lässt sich nichts speichern. Du kannst alle Daten ansehen und eine Kopie davon speichern. Schaffe Platz und versuche es dann noch einmal.',
    damaged:
      'In der Datenbankdatei wurde ein Schaden gefunden, daher wird nichts mehr in sie geschrieben. Du kannst deine Daten ansehen und eine Kopie speichern. Stelle in den Einstellungen die letzte gute Sicherung wieder her, oder rette, was sich lesen lässt.',
    getBack: 'Daten zurückholen',
  },
  details: 'Technische Details',
  reload: 'Neu laden',
  tryAgain: 'Noch einmal versuchen',
  saveCopy: 'Kopie speichern',
  saveCopyFailed: 'Die Kopie ließ sich nicht speichern.',
  saveRawFile: 'Rohdatei speichern',
  rawFileFailed: 'Die Rohdatei ließ sich nicht lesen.',
  tryWithoutSaving: 'Ohne Speichern ausprobieren',
  noStorage: {
    title: 'Dieses Fenster kann deine Daten nicht speichern',
    body: 'Tokentab legt alles im privaten Dateispeicher dieses Browsers ab, und in diesem Fenster gibt es keinen. In privaten Fenstern ist das oft so. Es ist nichts verloren.',
    hint: 'Öffne Tokentab in einem normalen Fenster von Chrome, Edge, Firefox oder Safari. Oder probiere es ohne Speichern aus: Was du importierst, ist dann weg, sobald du den Tab schließt.',
  },
  busy: {
    title: 'Deine Datenbank wird gerade woanders benutzt',
    body: 'Ein anderes Fenster oder Programm benutzt den Speicher. Deine Daten sind sicher.',
    hint: 'Schließe andere Fenster von Tokentab und versuche es noch einmal.',
  },
  corrupt: {
    title: 'Deine Datenbank ist beschädigt',
    body: 'SQLite meldet, dass die Datei beschädigt ist. Tokentab schreibt nichts mehr hinein, damit der Schaden nicht größer wird.',
    hint: 'Deine Logdateien sind unberührt. Speichere zuerst die Rohdatei: Meist lässt sich das meiste davon retten. Lade dann neu. Lösche die Daten dieser Website nicht.',
  },
  newer: {
    title: 'Deine Daten stammen von einem neueren Tokentab',
    body: 'Diese Seite ist eine ältere Version und schreibt nie in neuere Daten. Deine Daten sind sicher.',
    hint: 'Lade neu, um die aktuelle Version zu bekommen. Erscheint diese Seite wieder, schließe alle Tabs von Tokentab und öffne es noch einmal.',
  },
  gone: {
    title: 'Die gespeicherten Daten wurden gelöscht, während Tokentab offen war',
    body: 'Die Daten dieser Website wurden entfernt. Dieser Tab hat vielleicht noch eine vollständige Kopie, aber auf der Festplatte liegt sie nicht mehr.',
    hint: 'Speichere jetzt eine Kopie, bevor du diesen Tab neu lädst oder schließt.',
  },
  missing: {
    title: 'Deine Daten liegen nicht mehr dort, wo sie gespeichert waren',
    body: 'Die Datei der Datenbank fehlt im Speicher dieses Browsers, obwohl die übrigen Daten der Website da sind. Nichts wurde geändert, und keine leere Datenbank ist an ihre Stelle getreten.',
    hint: 'Vielleicht hat etwas außerhalb von Tokentab sie entfernt, oder der Datenträger ist fehlerhaft. Stelle eine Sicherung wieder her, wenn es eine gibt; sonst fang neu an und importiere deine Logs.',
    lastSeen: (events, day) =>
      `Zuletzt gesehen wurde sie am ${day} mit ${counted(events, 'Eintrag', 'Einträgen')}.`,
  },
  startEmpty: 'Mit einer leeren Datenbank beginnen',
  startEmptyText: 'Was jetzt gespeichert ist, wird beiseitegelegt, nicht gelöscht.',
  full: {
    title: 'Der Speicher ist voll',
    body: 'Die Festplatte oder das Kontingent dieser Website ist voll. Alles, was vorher gespeichert war, ist sicher.',
    hint: 'Schaffe etwas Platz und versuche es noch einmal.',
  },
  other: {
    title: 'Tokentab konnte deine Datenbank nicht öffnen',
    body: 'Deine Daten sind unverändert.',
    hint: 'Lade die Seite neu. Kommt das wieder vor, kopiere die Details in einen Fehlerbericht.',
  },
  outdated: {
    title: 'In einem anderen Tab ist ein neueres Tokentab offen',
    body: 'Dieser Tab ist eine ältere Version und hat angehalten, damit nicht beide zugleich schreiben. Deine Daten sind sicher.',
    hint: 'Lade diesen Tab neu, um weiterzumachen.',
  },
};
