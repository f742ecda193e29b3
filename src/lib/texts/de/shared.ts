import type { Texts } from '../texts';
import { counted } from '../counted';

export const shared: Texts['shared'] = {
  title: (count) => `${counted(count, 'Datei wurde', 'Dateien wurden')} mit Tokentab geteilt`,
  hint: 'Sie bleiben hier, bis du entscheidest, auch offline. Jede Seite könnte sie geschickt haben, deshalb wird nichts ungefragt importiert.',
  import: 'Importieren',
  discard: 'Verwerfen',
  unreadable: 'Tokentab konnte nicht nach geteilten Dateien suchen.',
  notDropped: 'Die geteilten Dateien ließen sich nicht entfernen. Du wirst noch einmal danach gefragt.',
  refusals: {
    nothing: 'Was du geteilt hast, enthielt keine Dateien. Teile Logs oder Exporte.',
    'too-much':
      'Das ist zu viel auf einmal. Lege die Dateien stattdessen hier ab: Dann werden sie direkt gelesen.',
    'not-kept':
      'Die geteilten Dateien ließen sich nicht speichern. Nichts wurde importiert. Lege die Dateien stattdessen hier ab.',
  },
};
