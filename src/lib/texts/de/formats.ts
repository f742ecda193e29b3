import type { Texts } from '../texts';

export const formats: Texts['formats'] = {
  title: (count) => `Alle ${count} erkannten Dateiformate`,
  hint: 'Dateien werden am Inhalt erkannt, egal wie sie heißen.',
  where: 'Ort',
  anywhere: 'Beliebiger Ort',
  certainty: 'Geprüft anhand von',
  certainties: {
    'real files': 'Echten Dateien',
    'tool source': 'Quelltext des Werkzeugs',
    documentation: 'Nur Dokumentation',
    'other trackers': 'Nur Quelltext anderer Tracker',
  },
  notRecorded: 'Was seine Dateien nicht verraten',
  limits: {
    'session-totals': 'einzelne Aufrufe: nur Summen von Sitzungen',
    inexact: 'genaue Zahlen: das Werkzeug rundet oder schätzt sie',
    'cost-only': 'Token: nur Kosten',
    'no-cache-split': 'wie viele Token aus dem Cache kamen',
    'no-project': 'das Projekt',
    'no-call-time': 'den Zeitpunkt eines Aufrufs',
    'no-model': 'das Modell',
  },
};
