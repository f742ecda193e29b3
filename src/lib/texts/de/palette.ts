import type { Texts } from '../texts';
import { counted } from '../counted';

export const palette: Texts['palette'] = {
  title: 'Befehlspalette',
  search: 'Suchen',
  hint: 'Seiten, Projekte und Aktionen suchen',
  results: 'Treffer',
  count: (count) => counted(count, 'Treffer', 'Treffer'),
  none: (typed) => `Nichts passt zu „${typed}“.`,
  groups: { pinned: 'Angeheftet', page: 'Seite', action: 'Aktion', project: 'Projekt', client: 'Kunde' },

  shortcuts: 'Tastenkürzel',
  shortcutsHint: 'Einzelne Tasten wirken, solange du nichts eintippst und kein Dialog offen ist.',
  sections: { general: 'Überall', go: 'Gehe zu', projects: 'Projekte', month: 'Monat' },
  then: 'dann',
  digit: '1 … 9',

  open: 'Befehlspalette öffnen',
  undo: 'Letzte Änderung rückgängig machen',
  leaveSample: 'Beispieldaten verlassen',
  openSample: 'Beispieldaten öffnen',
  themes: {
    system: 'Darstellung: wie das System',
    light: 'Darstellung: hell',
    dark: 'Darstellung: dunkel',
  },
  exportDatabase: 'Datenbank exportieren',
  newProject: 'Neues Projekt',
  recordUsage: 'Verbrauch eintragen',
  importLogs: 'Logs importieren',
  pinAtHand: 'Ausgewähltes Projekt anheften oder lösen',
  pinNamed: (name) => `${name} anheften`,
  unpinNamed: (name) => `${name} lösen`,
  ofProject: (name, action) => `${name}: ${action}`,
  groupBy: (name) => `Gruppieren nach: ${name}`,
  openPin: 'Angeheftetes Projekt nach seinem Platz öffnen',
  moveUp: 'Angeheftetes Projekt nach oben',
  moveDown: 'Angeheftetes Projekt nach unten',
  previous: 'Voriger Monat',
  next: 'Nächster Monat',
  today: 'Dieser Monat',
};
