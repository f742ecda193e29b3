import type { Texts } from '../texts';

export const safety: Texts['safety'] = {
  markRestored:
    'Die Datei deiner Datenbank war an ihrem Anfang beschädigt. Tokentab hat sie repariert und eine Kopie behalten. Prüfe die Datenbank in den Einstellungen.',
  setAside: (size) =>
    `Im Speicher von Tokentab lag eine beschädigte Datei (${size}). Sie wurde beiseitegelegt, nicht gelöscht.`,
};
