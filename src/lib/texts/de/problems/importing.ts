import type { OtherKind, ImportingProblems } from '../../../model/problems/importing';
import type { Sentences } from '../../../model/problem';
import { counted } from '../../counted';

const kinds: Record<OtherKind, string> = {
  picture: 'ein Bild',
  document: 'ein Dokument',
  program: 'ein Programm oder sein Quelltext',
  media: 'Ton oder Video',
  font: 'eine Schrift',
  data: 'Daten eines anderen Programms',
  setting: 'eine Sperr- oder Einstellungsdatei',
};

const named = (error: string) => (error === '' ? '' : ` (${error})`);

export const importing: Sentences<ImportingProblems> = {
  unrecognized: 'Kein Log, das Tokentab erkennt.',
  'hidden-file': 'Versteckte Dateien werden nicht gelesen.',
  'empty-file': 'Die Datei ist leer.',
  'file-unreadable': 'Die Datei ließ sich nicht lesen.',
  'scan-worker-stopped': 'Der Worker, der Dateien liest, wurde beendet.',
  'scan-worker-not-started':
    'Der Teil von Tokentab, der Dateien liest, ließ sich nicht starten. Bitte prüfe die Verbindung, lade die Seite neu und importiere noch einmal.',
  'scan-worker-garbled': 'Der Worker, der Dateien liest, hat etwas Unlesbares geschickt.',
  'reading-stopped': 'Das Lesen wurde angehalten.',
  'no-such-source': 'Eine Quelle dieses Namens kennt Tokentab nicht.',
  'archive-too-large':
    'Das Archiv wird entpackt viel größer, als ein Log es wäre; der Rest wurde ausgelassen.',
  'archive-too-many-files': 'Das Archiv enthält zu viele Dateien; der Rest wurde ausgelassen.',
  'archive-needs-memory': 'Die gepackte Datei braucht mehr Speicher, als ein Log bräuchte.',
  'compressed-file-broken': 'Die gepackte Datei ist beschädigt oder abgeschnitten.',
  'archive-broken': 'Das Archiv ist beschädigt oder abgeschnitten.',
  'archive-too-deep': 'Das Archiv liegt zu tief in anderen Archiven.',
  'unrecognized-like': ({ extension }) =>
    `Kein Log, das Tokentab erkennt. (${extension === '' ? 'ohne Endung' : `.${extension}`})`,
  'similar-files-skipped': ({ extension }) =>
    `Keine von hundert ähnlichen Dateien (${extension === '' ? 'ohne Endung' : `.${extension}`}) war ein Log, das Tokentab erkennt, daher wurden die übrigen ausgelassen, außer in den Ordnern bekannter Werkzeuge. Um einige zu lesen, wähle nur ihren Ordner.`,
  'other-kind-of-file': ({ kind, extension }) =>
    `Kein Log mit Token-Zahlen: ${kinds[kind]} (.${extension}). Andere dieser Art wurden auch ausgelassen.`,
  'more-problems': ({ count }) => `und ${counted(count, 'weiteres', 'weitere')}`,
  'file-unopened': ({ error }) =>
    `Der Browser konnte sie nicht öffnen; vielleicht ist sie gesperrt oder weg${named(error)}.`,
  'file-changed-or-missing': ({ error }) =>
    `Die Datei ließ sich nicht lesen; vielleicht ist sie gesperrt, weg oder seit der Auswahl geändert${named(error)}.`,
  'reading-failed': ({ why }, say) => `Das Lesen der Datei schlug fehl: ${say(why)}`,
  'archived-file-encrypted': 'Die Datei im Archiv ist verschlüsselt.',
  'archived-file-unknown-method': 'Die Datei im Archiv ist auf unbekannte Weise gepackt.',
};
