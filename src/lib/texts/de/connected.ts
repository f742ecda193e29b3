import type { Texts } from '../texts';
import { counted } from '../counted';

export const connected: Texts['connected'] = {
  title: 'Verbundene Ordner',
  lead: 'Ein verbundener Ordner wird von selbst gelesen: wenn Tokentab öffnet und sobald ein Werkzeug hineinschreibt. Nach einem Neustart fragt der Browser vielleicht noch einmal; ist Tokentab installiert, fragt er nicht mehr.',
  connect: 'Ordner verbinden',
  connectFailed: 'Der Ordner ließ sich nicht verbinden.',
  startFailed: 'Die verbundenen Ordner ließen sich nicht lesen.',
  forget: 'Trennen',
  forgetLabel: (name) => `Ordner ${name} trennen`,
  forgetFailed: 'Der Ordner ließ sich nicht trennen.',
  resume: 'Fortsetzen',
  resumeLabel: (name) => `${name} weiter lesen`,
  again: 'Noch einmal versuchen',
  againLabel: (name) => `Noch einmal versuchen, ${name} zu lesen`,
  pausedBanner: (names) => `Das Lesen ruht, bis du es wieder erlaubst: ${names}.`,
  otherTab: 'Ein anderer Tab von Tokentab liest ihn.',
  waiting: 'Noch nicht gelesen.',
  reading: 'Wird gelesen …',
  readingFiles: (done, all) => `Wird gelesen: ${done} von ${counted(all, 'Datei', 'Dateien')} …`,
  ready: (when) => `Auf dem Stand vom ${when}.`,
  watched: 'Neuer Verbrauch erscheint von selbst.',
  notWatched: 'Dieser Browser kann ihn nicht beobachten: Er wird wieder gelesen, wenn Tokentab öffnet.',
  added: (count) => counted(count, 'neuer Eintrag.', 'neue Einträge.'),
  paused: 'Der Browser will noch einmal gefragt werden, bevor der Ordner gelesen wird.',
  refused:
    'Der Browser verweigert das Lesen. Erlaube es neben der Adresse in den Einstellungen der Website, oder lege den Ordner ab.',
  gone: 'Er ist nicht mehr da. Leg ihn zurück und versuche es noch einmal, oder trenne ihn. Was gelesen wurde, bleibt.',
};
