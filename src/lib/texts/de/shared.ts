import type { Texts } from '../texts';
import { counted } from '../counted';

export const shared: Texts['shared'] = {
  title: (count) => `${counted(count, 'Datei wurde', 'Dateien wurden')} mit Tokentab geteilt`,
  hint: 'Sie bleiben hier, bis du entscheidest, auch offline. Jede Seite könnte sie geschickt haben, deshalb wird nichts ungefragt importiert.',
  import: 'Importieren',
  discard: 'Verwerfen',
  unreadable: 'Geteilte Dateien ließen sich nicht nachsehen.',
  notDropped: 'Die geteilten Dateien ließen sich nicht entfernen. Sie werden wieder angeboten.',
  refusals: {
    nothing: 'Was du geteilt hast, war leer. Tokentab nimmt Dateien: Logs und Exporte.',
    'too-much':
      'Das ist mehr, als Tokentab für dich aufheben kann. Leg die Dateien stattdessen hier ab: Dann werden sie gelesen, wo sie liegen.',
    'not-kept':
      'Was du geteilt hast, ließ sich nicht aufheben. Nichts wurde importiert; leg die Dateien stattdessen hier ab.',
  },
};
