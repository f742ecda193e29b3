import type { SentenceTemplates } from '../../sentence-templates';

/** What reading files says about those that it left out. */
export const ofIngest: SentenceTemplates = [
  ['Not a usage log that Tokentab recognizes.', 'Kein Nutzungsprotokoll, das Tokentab kennt.'],
  [
    'Not a usage log that Tokentab recognizes. (no extension)',
    'Kein Nutzungsprotokoll, das Tokentab kennt. (ohne Endung)',
  ],
  [
    'None of a hundred similar files (no extension) was a usage log, so the others were skipped, except in the folders of known tools. To read some of them, choose only their folder.',
    'Keine von hundert ähnlichen Dateien (ohne Endung) war ein Nutzungsprotokoll, daher wurden die übrigen ausgelassen, außer in den Ordnern bekannter Werkzeuge. Um einige zu lesen, wähle nur ihren Ordner.',
  ],
  [
    'None of a hundred similar files (.{}) was a usage log, so the others were skipped, except in the folders of known tools. To read some of them, choose only their folder.',
    'Keine von hundert ähnlichen Dateien (.{}) war ein Nutzungsprotokoll, daher wurden die übrigen ausgelassen, außer in den Ordnern bekannter Werkzeuge. Um einige zu lesen, wähle nur ihren Ordner.',
  ],
  ['Not a usage log that Tokentab recognizes. (.{})', 'Kein Nutzungsprotokoll, das Tokentab kennt. (.{})'],
  [
    'Not a usage log: {said} (.{}). Others like it were skipped too.',
    'Kein Nutzungsprotokoll: {} (.{}). Andere dieser Art wurden auch ausgelassen.',
  ],
  ['The worker could not be loaded.', 'Der Worker konnte nicht geladen werden.'],
  ['a picture', 'ein Bild'],
  ['a document', 'ein Dokument'],
  ['a program or its source', 'ein Programm oder sein Quelltext'],
  ['sound or video', 'Ton oder Video'],
  ['a font', 'eine Schrift'],
  ['data of another program', 'Daten eines anderen Programms'],
  ['a lock or setting', 'eine Sperre oder Einstellung'],
  ['Hidden files are not read.', 'Versteckte Dateien werden nicht gelesen.'],
  ['The file is empty.', 'Die Datei ist leer.'],
  ['and {} more', 'und {} weitere'],
  [
    'The browser could not open it; it may be locked or missing{}.',
    'Der Browser konnte sie nicht öffnen; vielleicht ist sie gesperrt oder weg{}.',
  ],
  [
    'The file could not be read; it may be locked, missing, or changed since it was chosen{}.',
    'Die Datei ließ sich nicht lesen; vielleicht ist sie gesperrt, weg oder seit der Auswahl geändert{}.',
  ],
  ['The file could not be read.', 'Die Datei ließ sich nicht lesen.'],
  ['The file cannot be read.', 'Die Datei lässt sich nicht lesen.'],
  ['Reading the file failed: {said}', 'Das Lesen der Datei schlug fehl: {}'],
  ['The worker that reads files stopped.', 'Der Worker, der Dateien liest, wurde beendet.'],
  [
    'The part of Tokentab that reads files could not be started. Please check the connection, reload the page and import again.',
    'Der Teil von Tokentab, der Dateien liest, ließ sich nicht starten. Bitte prüfe die Verbindung, lade die Seite neu und importiere noch einmal.',
  ],
  [
    'The worker that reads files sent something unreadable.',
    'Der Worker, der Dateien liest, hat etwas Unlesbares geschickt.',
  ],
  ['Reading was stopped.', 'Das Lesen wurde angehalten.'],
  ['Tokentab has no source with this name.', 'Eine Quelle dieses Namens kennt Tokentab nicht.'],
  ['Storage {} could not be written.', 'In den Speicher {} ließ sich nicht schreiben.'],
  ['Storage {} could not be opened.', 'Der Speicher {} ließ sich nicht öffnen.'],
  [
    'The archive is far larger unpacked than a log would be; the rest was skipped.',
    'Das Archiv wird entpackt viel größer als ein Protokoll; der Rest wurde ausgelassen.',
  ],
  [
    'The archive contains too many files; the rest were skipped.',
    'Das Archiv enthält zu viele Dateien; der Rest wurde ausgelassen.',
  ],
  [
    'The compressed file needs more memory than a log would.',
    'Die gepackte Datei braucht mehr Speicher, als ein Log es täte.',
  ],
  ['The compressed file is broken or cut off.', 'Die gepackte Datei ist beschädigt oder abgeschnitten.'],
  ['The file in the archive {said}.', 'Die Datei im Archiv {}.'],
  ['is encrypted', 'ist verschlüsselt'],
  ['is packed in an unknown way', 'ist auf unbekannte Weise gepackt'],
  ['The archive is broken or cut off.', 'Das Archiv ist beschädigt oder abgeschnitten.'],
  ['The archive is nested too deeply in other archives.', 'Das Archiv liegt zu tief in anderen Archiven.'],
];
