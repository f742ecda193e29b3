import { counted } from '../counted';
import type { Texts } from '../texts';

export const documents: Texts['documents'] = {
  title: 'Dokumente',
  hint: 'Wähle PDF-, Word-, HTML-, Markdown- oder Textdateien aus oder lege sie hier ab. Tokentab liest und zählt sie in diesem Tab. Nichts wird gesendet oder gespeichert, bevor du zustimmst.',
  choose: 'Dokumente auswählen',
  clear: 'Alle entfernen',
  dropTitle: 'Ablegen, um Dokumente zu zählen',
  dropHint: 'PDF, Word, HTML, Markdown oder Text',
  table: 'Dokumente',
  file: 'Datei',
  size: 'Größe',
  pages: 'Seiten',
  textTokens: 'Token im Text',
  actions: 'Aktionen',
  remove: (name) => `${name} entfernen`,
  reading: 'Wird gelesen …',
  done: (count) => `${counted(count, 'Dokument', 'Dokumente')} gezählt.`,
  pagesWithoutText: (count) =>
    `${counted(count, 'Seite hat', 'Seiten haben')} keinen Text, vielleicht wegen eines Scans. Ein Textmodell sieht davon nichts.`,
  unreadable: (share) =>
    `${share} dieses Textes sind unlesbar: Die Schriften der Datei sagen nicht, welche Buchstaben sie zeichnen.`,
  textMissing:
    'Ein Teil des Textes fehlt: Tabellen chinesischer, japanischer oder koreanischer Zeichen konnten nicht geladen werden. Geh online und füge die Datei noch einmal hinzu.',
  problems: {
    empty: 'Diese Datei enthält keinen Text.',
    scan: 'Diese Seiten sind Bilder ohne Text. Führe zuerst eine Texterkennung (OCR) durch.',
    locked: 'Diese Datei braucht ein Passwort. Speichere eine Kopie ohne Passwort.',
    damaged:
      'Diese Datei ist unvollständig oder beschädigt. Öffne sie in ihrem Programm und speichere sie neu.',
    'unknown-kind': 'Das ist weder PDF, Word (.docx), HTML, Markdown noch Text.',
    'too-large': 'Diese Datei ist zu groß: höchstens 64 MB, 5.000 Seiten und 20 Millionen Zeichen.',
    stuck: 'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Vielleicht ist sie beschädigt.',
    'not-stored':
      'Der Browser hat keinen Platz für den Text dieser Datei. Schaffe Platz und füge sie noch einmal hinzu.',
    'no-character-map':
      'Der Text dieser Datei braucht Tabellen chinesischer, japanischer oder koreanischer Zeichen, die nicht geladen werden konnten. Geh online und füge die Datei noch einmal hinzu.',
    'same-as-another': 'Das ist dieselbe Datei wie eine andere in der Liste. Sie zählt einmal.',
  },
  keepOffline: 'Offline verfügbar machen',
  offline: {
    absent: 'Um Dokumente offline zu zählen, müssen 1,2 MB geladen werden.',
    loading: 'Wird geladen …',
    ready: 'Offline bereit: Dokumente lassen sich ohne Verbindung zählen.',
  },
  estimateTitle: (count) => `Schätzung für ${counted(count, 'Dokument', 'Dokumente')}`,
  estimateHint: 'Ein Aufruf je Dokument: Anweisungen und Text sind der Prompt, das Modell antwortet einmal.',
  instructions: 'Token der Anweisungen je Aufruf',
  answerLimit: 'Höchstlänge der Antwort in Token',
  otherModel: 'Anderes Modell',
  estimateTable: 'Token nach Modell',
  model: 'Modell',
  prompt: 'Prompt',
  answer: 'Antwort',
  total: 'Gesamt',
  basis: 'Grundlage',
  range: (low, high) => `${low} bis ${high}`,
  budgetsLeft: 'Von den Budgets dieses Monats übrig',
  shareOfRest: (share) => `; dieser Stapel würde davon ${share} verbrauchen`,
  bases: {
    exact: 'Mit dem Tokenizer dieses Modells gezählt',
    measured: 'Aus gemessenen Antworten dieser Modellfamilie',
    assumed: 'Angenommen: Dieses Modell wurde nicht gemessen',
  },
};
