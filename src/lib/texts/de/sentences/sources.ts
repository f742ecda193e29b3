import type { SentenceTemplates } from '../../sentence-templates';

/** What the readers of sources say about a file or a line: `{}` stands for what the sentence names. */
export const ofSources: SentenceTemplates = [
  [
    'A cost export contains no tokens, so nothing was counted. Import the usage export.',
    'Ein Kostenexport enthält keine Token: Nichts davon wurde gezählt. Importiere den Nutzungsexport.',
  ],
  [
    'A cost export contains no tokens; only its project names were used.',
    'Ein Kostenexport enthält keine Token: Nur die Namen seiner Projekte wurden übernommen.',
  ],
  ['There are more cached tokens than input tokens.', 'Es sind mehr Token aus dem Cache als Eingabe-Token.'],
  ['There are more reasoning tokens than output tokens.', 'Es sind mehr Reasoning-Token als Ausgabe-Token.'],
  ['There are more cache tokens than input tokens.', 'Es sind mehr Cache-Token als Eingabe-Token.'],
  [
    'The session records no usage, so nothing was counted: older versions of Grok Build write only how full the context is.',
    'Die Sitzung enthält keine Nutzung: Ältere Versionen von Grok Build schreiben nur, wie voll der Kontext ist, und davon wurde nichts gezählt.',
  ],
  ['The response contains no known usage.', 'Die Antwort enthält keine Nutzung, die bekannt ist.'],
  [
    'The response has no date; it is counted at the time of the import.',
    'Die Antwort enthält kein Datum; sie zählt zum Zeitpunkt des Imports.',
  ],
  [
    'The streamed response ends before its usage.',
    'Die gestreamte Antwort endet, bevor sie sagt, was sie verbraucht hat.',
  ],
  ['The record’s "usage" is not an object.', '„usage“ im Datensatz ist kein Objekt.'],
  ['The record’s "info" is not an object.', '„info“ im Datensatz ist kein Objekt.'],
  ['The record’s "tokens" is not an object.', '„tokens“ im Datensatz ist kein Objekt.'],
  ['The model’s "usage" is not an object.', '„usage“ des Modells ist kein Objekt.'],
  ['The token usage is not an object.', 'Die Token-Nutzung ist kein Objekt.'],
  [
    'The {said} is not a usable text; the record was counted without it.',
    'Kein brauchbarer Text: {}. Der Datensatz wurde ohne ihn gezählt.',
  ],
  ['working directory', 'Arbeitsverzeichnis'],
  ['session', 'Sitzung'],
  ['model', 'Modell'],
  ['The line is not a JSON object.', 'Die Zeile ist kein JSON-Objekt.'],
  ['The line is cut off.', 'Die Zeile ist abgeschnitten.'],
  ['The line is not valid JSON.', 'Die Zeile ist kein gültiges JSON.'],
  ['The line is longer than 64 MiB.', 'Die Zeile ist länger als 64 MiB.'],
  ['The document is longer than 256 MiB.', 'Das Dokument ist länger als 256 MiB.'],
  [
    'The file is not valid JSON, or it is cut off.',
    'Die Datei ist kein gültiges JSON, oder sie ist abgeschnitten.',
  ],
  ['The record is not a JSON object.', 'Der Datensatz ist kein JSON-Objekt.'],
  [
    'Earlier versions of Continue wrote calls without a time, so they are not counted here. Import devdata.sqlite from the folder dev_data: it has the same calls with their times.',
    'Frühere Versionen von Continue haben Aufrufe ohne Zeit geschrieben, daher zählen sie hier nicht: devdata.sqlite im Ordner dev_data enthält dieselben Aufrufe mit ihren Zeiten.',
  ],
  [
    'The session was not counted: it has only the tokens of its last request, and no total.',
    'Die Sitzung enthält die Token ihrer letzten Anfrage, aber keine Summe aller: Sie wurde nicht gezählt.',
  ],
  [
    'Responses after the session last ended are not counted: Copilot CLI writes their tokens when the session ends.',
    'Antworten nach dem letzten Ende der Sitzung zählen nicht: Copilot CLI schreibt ihre Token, wenn die Sitzung endet.',
  ],
  [
    'The counts do not add up to the total of the row.',
    'Die Zahlen ergeben zusammen nicht die Summe der Zeile.',
  ],
  [
    'The record’s total is not the sum of its counts; its counts were used.',
    'Die Summe, die der Datensatz nennt, ist nicht die seiner Zahlen; gezählt wurden seine Zahlen.',
  ],
  ['The record has no id.', 'Der Datensatz hat keine Kennung.'],
  ['The usage is not in tokens.', 'Die Nutzung ist nicht in Token angegeben.'],
  [
    'The usage details contain something that is not a token count.',
    'Die Einzelheiten der Nutzung enthalten etwas, das keine Token-Anzahl ist.',
  ],
  [
    'The usage details contain an unknown kind of usage.',
    'Die Einzelheiten der Nutzung enthalten eine Art von Nutzung, die nicht bekannt ist.',
  ],
  [
    'The record has more cache tokens than prompt tokens.',
    'Der Datensatz hat mehr Cache-Token als Prompt-Token.',
  ],
  [
    'The record has more cache tokens than input tokens.',
    'Der Datensatz hat mehr Cache-Token als Eingabe-Token.',
  ],
  [
    'The record has more reasoning tokens than output tokens.',
    'Der Datensatz hat mehr Reasoning-Token als Ausgabe-Token.',
  ],
  [
    'The record does not say whether its prompt tokens include its cache tokens.',
    'Der Datensatz sagt nicht, ob seine Prompt-Token die Cache-Token enthalten.',
  ],
  ['There are no columns to choose from.', 'Es gibt keine Spalten zur Auswahl.'],
  ['There is no date.', 'Es gibt kein Datum.'],
  ['There is no such date.', 'Dieses Datum gibt es nicht.'],
  ['The record has no date.', 'Der Datensatz hat kein Datum.'],
  [
    'The date is not a number of seconds or milliseconds since 1970.',
    'Das Datum ist keine Zahl von Sekunden oder Millisekunden seit 1970.',
  ],
  ['The date is not a number of seconds since 1970.', 'Das Datum ist keine Zahl von Sekunden seit 1970.'],
  ['The date is not in the chosen format.', 'Das Datum hat nicht die gewählte Form.'],
  ['The date is not a time in ISO format.', 'Das Datum ist keine Zeit im ISO-Format.'],
  [
    'The date is out of range: before 2020 or in the future.',
    'Das Datum kann nicht stimmen: vor 2020 oder in der Zukunft.',
  ],
  ['The table lacks columns of this format.', 'Der Tabelle fehlen Spalten der Zuordnung.'],
  ['The first row lacks columns of this export.', 'Der ersten Zeile fehlen Spalten dieses Exports.'],
  [
    'The uncached input is not the input minus its cached tokens; the row’s input was used.',
    'Die Eingabe ohne Cache ist nicht die Eingabe abzüglich ihres Caches; gezählt wurde die Eingabe der Zeile.',
  ],
  ['The bucket ends before it begins.', 'Der Zeitraum endet, bevor er beginnt.'],
  ['The bucket is longer than a day.', 'Der Zeitraum ist länger als ein Tag.'],
  ['The bucket is not a day in UTC.', 'Der Zeitraum ist kein Tag in UTC.'],
  ['This database lacks the tables of its tool.', 'Dieser Datenbank fehlen die Tabellen ihres Werkzeugs.'],
  [
    'The newest records may be missing. While the program runs, they are in the file ending in “-wal”. Choose both.',
    'Die neuesten Einträge fehlen vielleicht: Solange das Programm läuft, stehen sie in der Datei, die auf „-wal“ endet. Wähle beide.',
  ],
  ['A database of an unknown program.', 'Eine Datenbank eines Programms, das Tokentab nicht kennt.'],
  ['The message’s data is not a JSON object.', 'Die Daten der Nachricht sind kein JSON-Objekt.'],
  [
    'The log next to the database (“-wal”) is damaged: its rows are missing.',
    'Das Protokoll neben der Datenbank („-wal“) ist beschädigt: Seine Zeilen fehlen.',
  ],
  [
    'The log next to the database (“-wal”) belongs to another version of it: its rows are missing.',
    'Das Protokoll neben der Datenbank („-wal“) gehört zu einem anderen Stand von ihr: Seine Zeilen fehlen.',
  ],
  [
    'This is the log of a database. Choose it together with the database, unpacked.',
    'Das ist das Protokoll neben einer Datenbank: Wähle es zusammen mit ihr, entpackt.',
  ],
  ['The database is larger than 1 GiB.', 'Die Datenbank ist größer als 1 GiB.'],
  [
    'The database stores its text as UTF-16, which cannot be read here.',
    'Die Datenbank speichert ihren Text als UTF-16; das lässt sich hier nicht lesen.',
  ],
  [
    'Reading the database takes too long; what could be read was counted.',
    'Das Lesen der Datenbank dauert zu lange; gezählt wurde, was gelesen war.',
  ],
  [
    'The file is not a SQLite database, or it is damaged.',
    'Die Datei ist keine SQLite-Datenbank, oder sie ist beschädigt.',
  ],
  [
    'The database is damaged; what could be read was counted.',
    'Die Datenbank ist beschädigt; gezählt wurde, was sich lesen ließ.',
  ],
  ['The database’s schema cannot be read.', 'Das Schema der Datenbank lässt sich nicht lesen.'],
  ['The database could not be opened.', 'Die Datenbank ließ sich nicht öffnen.'],
  [
    'The database is damaged: its own check fails.',
    'Die Datenbank ist beschädigt: Ihre eigene Prüfung schlägt fehl.',
  ],
  ['The row is too long and was skipped.', 'Die Zeile ist zu lang und wurde ausgelassen.'],
  [
    'A quote on this line is misplaced or never closes; the line was skipped.',
    'Ein Anführungszeichen in dieser Zeile steht falsch oder schließt nie; sie wurde ausgelassen.',
  ],
  [
    'Too many quotes never close; from here on, each line is read separately.',
    'Zu viele Anführungszeichen schließen nie; von hier an wird jede Zeile für sich gelesen.',
  ],
  [
    'A column name occurs more than once; the first one is read.',
    'Ein Spaltenname kommt mehrmals vor; gelesen wird die erste Spalte.',
  ],
  ['The row has fewer cells than the header.', 'Die Zeile hat weniger Zellen als die Kopfzeile.'],
  ['The row has more cells than the header.', 'Die Zeile hat mehr Zellen als die Kopfzeile.'],
  ['A token count is not a number.', 'Eine Token-Anzahl ist keine Zahl.'],
  [
    'A token count is ambiguous: its separator could mark decimals or thousands.',
    'Eine Token-Anzahl lässt sich auf zwei Arten lesen: mit Dezimalstellen oder in Tausendern.',
  ],
  ['A token count is not a whole number.', 'Eine Token-Anzahl ist keine ganze Zahl.'],
  ['A token count is negative.', 'Eine Token-Anzahl ist negativ.'],
  ['A token count is too large to be real.', 'Eine Token-Anzahl ist zu groß, um wahr zu sein.'],
  ['The token count "{}" is not a number.', 'Die Token-Anzahl „{}“ ist keine Zahl.'],
  [
    'The token count "{}" is not a whole number of 0 or more.',
    'Die Token-Anzahl „{}“ ist keine ganze Zahl ab 0.',
  ],
  ['The token count "{}" is too large to be real.', 'Die Token-Anzahl „{}“ ist zu groß, um wahr zu sein.'],
  [
    'The file contains NUL characters; they were ignored.',
    'Die Datei enthält NUL-Zeichen; sie wurden ausgelassen.',
  ],
  [
    'The line is not UTF-8; it was read as Windows-1252.',
    'Die Zeile ist kein UTF-8; sie wurde als Windows-1252 gelesen.',
  ],
  [
    'This tool records a session’s cost, but only the tokens of its last request. The cost was counted, without tokens.',
    'Dieses Werkzeug hält fest, was eine Sitzung gekostet hat, aber von ihren Token nur die der letzten Anfrage: Gezählt wurden die Kosten, ohne Token.',
  ],
  ['The thread could not be unpacked.', 'Der Thread lässt sich nicht entpacken.'],
  ['The span is not a JSON object.', 'Der Span ist kein JSON-Objekt.'],
  [
    'The record has no date, so it is counted at the time its file last changed.',
    'Der Datensatz hat kein Datum: Er zählt zu der Zeit, als seine Datei zuletzt geändert wurde.',
  ],
  [
    'This chat contains no token counts: Copilot wrote none in 2025.',
    'Dieser Chat enthält keine Token-Zahlen: Copilot hat 2025 keine geschrieben.',
  ],
  [
    'A ChatGPT export contains no token counts. For OpenAI’s API, export them at platform.openai.com: Usage, Export. Codex keeps them in ~/.codex/sessions.',
    'Ein ChatGPT-Export enthält keine Token-Zahlen. Für die API von OpenAI lassen sie sich auf platform.openai.com exportieren: Usage, Export. Codex hält sie in ~/.codex/sessions fest.',
  ],
  [
    'An export of Claude chats contains no token counts. For Anthropic’s API, export them at platform.claude.com: Usage, Export. Claude Code keeps them in ~/.claude/projects.',
    'Ein Export der Chats von Claude enthält keine Token-Zahlen. Für die API von Anthropic lassen sie sich auf platform.claude.com exportieren: Usage, Export. Claude Code hält sie in ~/.claude/projects fest.',
  ],
  [
    'A Google Takeout of Gemini contains no token counts. Gemini CLI keeps them in ~/.gemini/tmp.',
    'Googles Takeout von Gemini enthält keine Token-Zahlen. Gemini CLI hält sie in ~/.gemini/tmp fest.',
  ],
  [
    'A code editor’s own database contains no token counts. Its extensions keep theirs in globalStorage, next to it.',
    'Der Speicher eines Code-Editors enthält keine Token-Zahlen. Was seine Erweiterungen festhalten, liegt daneben in globalStorage.',
  ],
  [
    'Windsurf’s conversations are encrypted, so no token counts can be read. Windsurf’s account page shows your usage.',
    'Die Unterhaltungen von Windsurf sind verschlüsselt und enthalten keine lesbaren Token-Zahlen. Was verbraucht wurde, zeigt die Kontoseite.',
  ],
  [
    'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
    'Die Unterhaltungen von Antigravity sind verschlüsselt oder in einer Form, die niemand beschrieben hat: Sie lassen sich nicht zählen.',
  ],
  [
    'Codebuff records credits instead of token counts, so nothing was counted.',
    'Codebuff hält Guthaben fest und keine Token-Zahlen, und Guthaben sind keine Token: Nichts davon wurde gezählt.',
  ],
  [
    'This database is large and isn’t named like those of the tools that Tokentab reads. To check it anyway, choose it on its own.',
    'Diese Datenbank ist groß und heißt anders als die der Werkzeuge, die Tokentab liest. Wähle sie einzeln, damit sie angesehen wird.',
  ],
  [
    'Cursor’s own files contain no usable token counts. Export them at cursor.com: Dashboard, Usage, Export CSV.',
    'Die eigenen Dateien von Cursor enthalten keine brauchbaren Token-Zahlen. Exportiere sie auf cursor.com: Dashboard, Usage, Export CSV.',
  ],
  [
    'Kiro records credits instead of token counts here. Its editor counts tokens in globalStorage/kiro.kiroagent/dev_data.',
    'Kiro hält hier Guthaben fest und keine Token-Zahlen. Sein Editor zählt Tokens in globalStorage/kiro.kiroagent/dev_data.',
  ],
  [
    'JetBrains AI Assistant records no token counts. Junie keeps them in ~/.junie/sessions; quotas are shown in the editor’s AI settings.',
    'JetBrains AI Assistant hält keine Token-Zahlen fest. Junie hat sie in ~/.junie/sessions; Kontingente zeigen die KI-Einstellungen des Editors.',
  ],
  [
    'An export of Le Chat contains no token counts. For Mistral’s API, its console shows the usage. Mistral Vibe keeps it in ~/.vibe/logs/session.',
    'Ein Export von Le Chat enthält keine Token-Zahlen. Für die API von Mistral zeigt die Konsole den Verbrauch. Mistral Vibe hält ihn in ~/.vibe/logs/session fest.',
  ],
  [
    'This tool records no token counts. Its provider’s website may show or export the usage.',
    'Dieses Werkzeug hält keine Token-Zahlen fest. Vielleicht zeigt oder exportiert die Website des Anbieters den Verbrauch.',
  ],
  [
    'The database of Copilot’s desktop app repeats the sums of its sessions. Import them from ~/.copilot/session-state instead.',
    'Die Datenbank der Desktop-App von Copilot wiederholt die Summen ihrer Sitzungen. Importiere sie stattdessen aus ~/.copilot/session-state.',
  ],
  [
    'Sessions of Continue in an editor contain no token counts. It counts their calls in the folder dev_data, next to sessions.',
    'Sitzungen von Continue in einem Editor enthalten keine Token-Zahlen. Continue zählt ihre Aufrufe im Ordner dev_data neben sessions.',
  ],
];
