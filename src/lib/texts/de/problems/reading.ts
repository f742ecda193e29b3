import type { ReadingProblems } from '../../../model/problems/reading';
import type { Sentences } from '../../../model/problem';

export const reading: Sentences<ReadingProblems> = {
  'cost-export-without-tokens':
    'Ein Kostenexport enthält keine Token: Nichts davon wurde gezählt. Importiere den Verbrauchsexport.',
  'cost-export-names-only':
    'Ein Kostenexport enthält keine Token: Nur die Namen seiner Projekte wurden übernommen.',
  'reasoning-over-output': 'Es sind mehr Reasoning-Token als Ausgabe-Token.',
  'cache-over-input': 'Es sind mehr Cache-Token als Eingabe-Token.',
  'session-without-usage':
    'Die Sitzung enthält keinen Verbrauch: Ältere Versionen von Grok Build schreiben nur, wie voll der Kontext ist, und davon wurde nichts gezählt.',
  'response-without-usage': 'Die Antwort enthält keinen bekannten Verbrauch.',
  'response-without-date': 'Die Antwort enthält kein Datum; sie zählt zum Zeitpunkt des Imports.',
  'stream-without-usage': 'Die gestreamte Antwort endet, bevor sie sagt, was sie verbraucht hat.',
  'usage-not-an-object': 'Der Token-Verbrauch ist kein Objekt.',
  'line-not-an-object': 'Die Zeile ist kein JSON-Objekt.',
  'line-cut-off': 'Die Zeile ist abgeschnitten.',
  'line-not-json': 'Die Zeile ist kein gültiges JSON.',
  'line-too-long': 'Die Zeile ist länger als 64 MiB.',
  'document-too-long': 'Das Dokument ist länger als 256 MiB.',
  'file-not-json': 'Die Datei ist kein gültiges JSON, oder sie ist abgeschnitten.',
  'record-not-an-object': 'Der Datensatz ist kein JSON-Objekt.',
  'calls-without-time':
    'Frühere Versionen von Continue haben Aufrufe ohne Zeit geschrieben, daher zählen sie hier nicht: devdata.sqlite im Ordner dev_data enthält dieselben Aufrufe mit ihren Zeiten.',
  'session-without-total':
    'Die Sitzung enthält die Token ihrer letzten Anfrage, aber keine Summe aller: Sie wurde nicht gezählt.',
  'responses-after-session-end':
    'Antworten nach dem letzten Ende der Sitzung zählen nicht: Copilot CLI schreibt ihre Token, wenn die Sitzung endet.',
  'row-total-differs': 'Die Zahlen ergeben zusammen nicht die Summe der Zeile.',
  'record-total-differs':
    'Die Summe, die der Datensatz nennt, ist nicht die seiner Zahlen; gezählt wurden seine Zahlen.',
  'no-id': 'Der Datensatz hat keine Id.',
  'usage-not-in-tokens': 'Der Verbrauch ist nicht in Token angegeben.',
  'usage-detail-not-a-count': 'Die Einzelheiten des Verbrauchs enthalten etwas, das keine Token-Anzahl ist.',
  'usage-detail-unknown': 'Die Einzelheiten des Verbrauchs enthalten eine unbekannte Art von Verbrauch.',
  'cache-in-prompt-unclear': 'Der Datensatz sagt nicht, ob seine Prompt-Token die Cache-Token enthalten.',
  'date-does-not-exist': 'Dieses Datum gibt es nicht.',
  'no-date': 'Der Datensatz hat kein Datum.',
  'date-not-epoch': 'Das Datum ist keine Zahl von Sekunden oder Millisekunden seit 1970.',
  'date-not-epoch-seconds': 'Das Datum ist keine Zahl von Sekunden seit 1970.',
  'date-not-in-format': 'Das Datum hat nicht das gewählte Format.',
  'date-not-iso': 'Das Datum ist keine Zeit im ISO-Format.',
  'date-out-of-range': 'Das Datum kann nicht stimmen: vor 2020 oder in der Zukunft.',
  'format-columns-missing': 'Der Tabelle fehlen Spalten dieses Formats.',
  'export-columns-missing': 'Der ersten Zeile fehlen Spalten dieses Exports.',
  'uncached-input-differs':
    'Die Eingabe ohne Cache ist nicht die Eingabe abzüglich ihres Caches; gezählt wurde die Eingabe der Zeile.',
  'bucket-ends-early': 'Der Zeitraum endet, bevor er beginnt.',
  'bucket-over-a-day': 'Der Zeitraum ist länger als ein Tag.',
  'bucket-not-a-utc-day': 'Der Zeitraum ist kein Tag in UTC.',
  'database-tables-missing': 'Dieser Datenbank fehlen die Tabellen ihres Werkzeugs.',
  'wal-missing':
    'Die neuesten Einträge fehlen vielleicht: Solange das Programm läuft, stehen sie in der Datei, die auf „-wal“ endet. Wähle beide.',
  'database-unknown': 'Eine Datenbank eines Programms, das Tokentab nicht kennt.',
  'message-not-an-object': 'Die Daten der Nachricht sind kein JSON-Objekt.',
  'wal-damaged': 'Das Protokoll neben der Datenbank („-wal“) ist beschädigt: Seine Zeilen fehlen.',
  'wal-of-another-version':
    'Das Protokoll neben der Datenbank („-wal“) gehört zu einem anderen Stand von ihr: Seine Zeilen fehlen.',
  'wal-alone': 'Das ist das Protokoll neben einer Datenbank: Wähle es zusammen mit ihr, entpackt.',
  'database-over-1-gib': 'Die Datenbank ist größer als 1 GiB.',
  'database-needs-memory': 'Der Browser hat für diese Datenbank nicht genug Arbeitsspeicher übrig.',
  'database-utf-16': 'Die Datenbank speichert ihren Text als UTF-16; das lässt sich hier nicht lesen.',
  'database-too-slow': 'Das Lesen der Datenbank dauert zu lange; gezählt wurde, was gelesen war.',
  'not-a-database': 'Die Datei ist keine SQLite-Datenbank, oder sie ist beschädigt.',
  'database-damaged': 'Die Datenbank ist beschädigt; gezählt wurde, was sich lesen ließ.',
  'database-schema-unreadable': 'Das Schema der Datenbank lässt sich nicht lesen.',
  'database-unopened': 'Die Datenbank ließ sich nicht öffnen.',
  'database-check-fails': 'Die Datenbank ist beschädigt: Ihre eigene Prüfung schlägt fehl.',
  'row-too-long': 'Die Zeile ist zu lang und wurde ausgelassen.',
  'quote-misplaced':
    'Ein Anführungszeichen in dieser Zeile steht falsch oder schließt nie; sie wurde ausgelassen.',
  'quotes-never-close':
    'Zu viele Anführungszeichen schließen nie; von hier an wird jede Zeile für sich gelesen.',
  'column-twice': 'Ein Spaltenname kommt mehrmals vor; gelesen wird die erste Spalte.',
  'row-too-short': 'Die Zeile hat weniger Zellen als die Kopfzeile.',
  'row-too-wide': 'Die Zeile hat mehr Zellen als die Kopfzeile.',
  'count-not-a-number': 'Eine Token-Anzahl ist keine Zahl.',
  'count-ambiguous':
    'Eine Token-Anzahl lässt sich auf zwei Arten lesen: mit Dezimalstellen oder in Tausendern.',
  'count-not-whole': 'Eine Token-Anzahl ist keine ganze Zahl.',
  'count-negative': 'Eine Token-Anzahl ist negativ.',
  'count-implausible': 'Eine Token-Anzahl ist zu groß, um wahr zu sein.',
  'field-not-a-number': ({ field }) => `Die Token-Anzahl „${field}“ ist keine Zahl.`,
  'field-not-a-count': ({ field }) => `Die Token-Anzahl „${field}“ ist keine ganze Zahl ab 0.`,
  'field-implausible': ({ field }) => `Die Token-Anzahl „${field}“ ist zu groß, um wahr zu sein.`,
  'nul-characters': 'Die Datei enthält NUL-Zeichen; sie wurden ignoriert.',
  'line-not-utf-8': 'Die Zeile ist kein UTF-8; sie wurde als Windows-1252 gelesen.',
  'cost-without-tokens':
    'Dieses Werkzeug hält fest, was eine Sitzung gekostet hat, aber von ihren Token nur die der letzten Anfrage: Gezählt wurden die Kosten, ohne Token.',
  'thread-not-unpacked': 'Der Thread lässt sich nicht entpacken.',
  'span-not-an-object': 'Der Span ist kein JSON-Objekt.',
  'dated-by-file':
    'Der Datensatz hat kein Datum: Er zählt zu der Zeit, als seine Datei zuletzt geändert wurde.',
  'copilot-chat-without-counts':
    'Dieser Chat enthält keine Token-Zahlen: Copilot hat 2025 keine geschrieben.',
  'chatgpt-export':
    'Ein ChatGPT-Export enthält keine Token-Zahlen. Für die API von OpenAI lassen sie sich auf platform.openai.com exportieren: Usage, Export. Codex hält sie in ~/.codex/sessions fest.',
  'claude-export':
    'Ein Export der Chats von Claude enthält keine Token-Zahlen. Für die API von Anthropic lassen sie sich auf platform.claude.com exportieren: Usage, Export. Claude Code hält sie in ~/.claude/projects fest.',
  'gemini-takeout':
    'Die Aktivitäten aus Google Takeout enthalten keine Token-Zahlen. Gemini CLI hält sie in ~/.gemini/tmp fest.',
  'editor-database':
    'Der Speicher eines Code-Editors enthält keine Token-Zahlen. Was seine Erweiterungen festhalten, liegt daneben in globalStorage.',
  'windsurf-conversations':
    'Die Unterhaltungen von Windsurf sind verschlüsselt und enthalten keine lesbaren Token-Zahlen. Was verbraucht wurde, zeigt die Kontoseite.',
  'antigravity-conversations':
    'Die Unterhaltungen von Antigravity sind verschlüsselt oder in einer Form, die niemand beschrieben hat: Sie lassen sich nicht zählen.',
  'codebuff-credits':
    'Codebuff hält Guthaben fest und keine Token-Zahlen, und Guthaben sind keine Token: Nichts davon wurde gezählt.',
  'large-unnamed-database':
    'Diese Datenbank ist groß und heißt anders als die der Werkzeuge, die Tokentab liest. Wähle sie einzeln, damit sie angesehen wird.',
  'not-an-object': ({ field }) => `„${field}“ im Datensatz ist kein Objekt.`,
  'working-directory-unusable':
    'Das Arbeitsverzeichnis ist kein brauchbarer Text; der Datensatz wurde ohne es gezählt.',
  'session-unusable': 'Die Sitzung ist kein brauchbarer Text; der Datensatz wurde ohne sie gezählt.',
  'model-unusable': 'Das Modell ist kein brauchbarer Text; der Datensatz wurde ohne es gezählt.',
  'in-column': ({ problem, column }, say) => `${say(problem)} Spalte: ${column}.`,
  'cursor-files':
    'Die eigenen Dateien von Cursor enthalten keine brauchbaren Token-Zahlen. Exportiere sie auf cursor.com: Dashboard, Usage, Export CSV.',
  'kiro-credits':
    'Kiro hält hier Guthaben fest und keine Token-Zahlen. Sein Editor zählt Token in globalStorage/kiro.kiroagent/dev_data.',
  'jetbrains-assistant':
    'JetBrains AI Assistant hält keine Token-Zahlen fest. Junie hat sie in ~/.junie/sessions; Kontingente zeigen die KI-Einstellungen des Editors.',
  'le-chat-export':
    'Ein Export von Le Chat enthält keine Token-Zahlen. Für die API von Mistral zeigt die Konsole den Verbrauch. Mistral Vibe hält ihn in ~/.vibe/logs/session fest.',
  'tool-without-counts': ({ tool }) =>
    `${tool} hält keine Token-Zahlen fest. Vielleicht zeigt oder exportiert die Website des Anbieters den Verbrauch.`,
  'perplexity-export':
    'Die Unterhaltungen von Perplexity enthalten keine Token-Zahlen. Den Verbrauch der API zeigt perplexity.ai: Settings, API.',
  'ai-studio-prompt':
    'Ein Prompt aus Google AI Studio enthält die Länge seiner Texte und nicht, was seine Aufrufe verbraucht haben. Das zeigt AI Studio unter Usage; Gemini CLI hält es in ~/.gemini/tmp fest.',
  'copilot-desktop-sums':
    'Die Datenbank der Desktop-App von Copilot wiederholt die Summen ihrer Sitzungen. Importiere sie stattdessen aus ~/.copilot/session-state.',
  'omnigent-sums':
    'Die Datenbank von Omnigent enthält Summen von Sitzungen. Claude Code, Codex und die anderen Programme, die es startet, halten ihre Aufrufe fest: Importiere stattdessen deren Protokolle.',
  'cloud-bill': ({ cloud }) =>
    `Eine Rechnung von ${cloud} führt Kosten nach Zählern auf und nicht die Tokens der Aufrufe. Importiere stattdessen die Protokolle deiner Programme oder eines Gateways, OpenTelemetry-Traces oder gespeicherte API-Antworten.`,
  'continue-editor-sessions':
    'Sitzungen von Continue in einem Editor enthalten keine Token-Zahlen. Continue zählt ihre Aufrufe im Ordner dev_data neben sessions.',
  'cline-copied-calls':
    'Eine neuere Version von Cline hat diese Aufrufe in die Aufgabe kopiert. Gezählt werden sie aus ihren Sitzungen in ~/.cline/data/sessions.',
  'cline-earlier-task':
    'Diese Sitzung setzt eine Aufgabe einer älteren Version von Cline fort. Die Summe der Aufgabe wird hier nicht gezählt: Ihre Aufrufe stehen in der Datei der Aufgabe.',
};
