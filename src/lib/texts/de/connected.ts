import type { Texts } from '../texts';
import { counted } from '../counted';

export const connected: Texts['connected'] = {
  title: 'Verbundene Ordner',
  lead: 'Ein verbundener Ordner wird automatisch gelesen: wenn Tokentab geöffnet wird und sobald ein Werkzeug hineinschreibt. Nach einem Neustart fragt der Browser vielleicht noch einmal um Erlaubnis, bei installiertem Tokentab nicht mehr.',
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
  pausedBanner: (names) => `Angehalten, bis du den Zugriff wieder erlaubst: ${names}.`,
  otherTab: 'Ein anderer Tab von Tokentab liest diesen Ordner.',
  waiting: 'Noch nicht gelesen.',
  reading: 'Wird gelesen …',
  readingFiles: (done, all) => `Wird gelesen: ${done} von ${counted(all, 'Datei', 'Dateien')} …`,
  ready: (when) => `Auf dem Stand vom ${when}.`,
  watched: 'Neuer Verbrauch erscheint automatisch.',
  notWatched:
    'Dieser Browser kann Ordner nicht beobachten. Darum wird dieser gelesen, wenn Tokentab geöffnet wird.',
  added: (count) => counted(count, 'neuer Eintrag.', 'neue Einträge.'),
  paused: 'Der Browser braucht noch einmal deine Erlaubnis, diesen Ordner zu lesen.',
  refused:
    'Der Browser blockiert den Zugriff auf diesen Ordner. Erlaube ihn in den Website-Einstellungen neben der Adresse, oder lege den Ordner hier ab.',
  gone: 'Den Ordner gibt es nicht mehr. Lege ihn zurück und versuche es noch einmal, oder trenne ihn. Importierter Verbrauch bleibt.',
};
