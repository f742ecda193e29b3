import type { ReadingProblems } from '../../../model/problems/reading';
import type { Sentences } from '../../../model/problem';

export const reading: Sentences<ReadingProblems> = {
  'cost-export-without-tokens':
    'A cost export contains no tokens, so nothing was counted. Import the usage export.',
  'cost-export-names-only': 'A cost export contains no tokens; only its project names were used.',
  'reasoning-over-output': 'There are more reasoning tokens than output tokens.',
  'cache-over-input': 'There are more cache tokens than input tokens.',
  'session-without-usage':
    'The session records no usage, so nothing was counted: older versions of Grok Build write only how full the context is.',
  'response-without-usage': 'The response contains no known usage.',
  'response-without-date': 'The response has no date; it is counted at the time of the import.',
  'stream-without-usage': 'The streamed response ends before its usage.',
  'usage-not-an-object': 'The token usage is not an object.',
  'line-not-an-object': 'The line is not a JSON object.',
  'line-cut-off': 'The line is cut off.',
  'line-not-json': 'The line is not valid JSON.',
  'line-too-long': 'The line is longer than 64 MiB.',
  'document-too-long': 'The document is longer than 256 MiB.',
  'file-not-json': 'The file is not valid JSON, or it is cut off.',
  'record-not-an-object': 'The record is not a JSON object.',
  'calls-without-time':
    'Earlier versions of Continue wrote calls without a time, so they are not counted here. Import devdata.sqlite from the folder dev_data: it has the same calls with their times.',
  'session-without-total':
    'The session was not counted: it has only the tokens of its last request, and no total.',
  'responses-after-session-end':
    'Responses after the session last ended are not counted: Copilot CLI writes their tokens when the session ends.',
  'row-total-differs': 'The counts do not add up to the total of the row.',
  'record-total-differs': 'The record’s total is not the sum of its counts; its counts were used.',
  'no-id': 'The record has no id.',
  'usage-not-in-tokens': 'The usage is not in tokens.',
  'usage-detail-not-a-count': 'The usage details contain something that is not a token count.',
  'usage-detail-unknown': 'The usage details contain an unknown kind of usage.',
  'cache-in-prompt-unclear': 'The record does not say whether its prompt tokens include its cache tokens.',
  'date-does-not-exist': 'There is no such date.',
  'no-date': 'The record has no date.',
  'date-not-epoch': 'The date is not a number of seconds or milliseconds since 1970.',
  'date-not-epoch-seconds': 'The date is not a number of seconds since 1970.',
  'date-not-in-format': 'The date is not in the chosen format.',
  'date-not-iso': 'The date is not a time in ISO format.',
  'date-out-of-range': 'The date is out of range: before 2020 or in the future.',
  'format-columns-missing': 'The table lacks columns of this format.',
  'export-columns-missing': 'The first row lacks columns of this export.',
  'uncached-input-differs':
    'The uncached input is not the input minus its cached tokens; the row’s input was used.',
  'bucket-ends-early': 'The bucket ends before it begins.',
  'bucket-over-a-day': 'The bucket is longer than a day.',
  'bucket-not-a-utc-day': 'The bucket is not a day in UTC.',
  'database-tables-missing': 'This database lacks the tables of its tool.',
  'wal-missing':
    'The newest records may be missing. While the program runs, they are in the file ending in “-wal”. Choose both.',
  'database-unknown': 'A database of an unknown program.',
  'message-not-an-object': 'The message’s data is not a JSON object.',
  'wal-damaged': 'The log next to the database (“-wal”) is damaged: its rows are missing.',
  'wal-of-another-version':
    'The log next to the database (“-wal”) belongs to another version of it: its rows are missing.',
  'wal-alone': 'This is the log of a database. Choose it together with the database, unpacked.',
  'database-over-1-gib': 'The database is larger than 1 GiB.',
  'database-needs-memory': 'The browser has not enough memory left for this database.',
  'database-utf-16': 'The database stores its text as UTF-16, which cannot be read here.',
  'database-too-slow': 'Reading the database takes too long; what could be read was counted.',
  'not-a-database': 'The file is not a SQLite database, or it is damaged.',
  'database-damaged': 'The database is damaged; what could be read was counted.',
  'database-schema-unreadable': 'The database’s schema cannot be read.',
  'database-unopened': 'The database could not be opened.',
  'database-check-fails': 'The database is damaged: its own check fails.',
  'row-too-long': 'The row is too long and was skipped.',
  'quote-misplaced': 'A quote on this line is misplaced or never closes; the line was skipped.',
  'quotes-never-close': 'Too many quotes never close; from here on, each line is read separately.',
  'column-twice': 'A column name occurs more than once; the first one is read.',
  'row-too-short': 'The row has fewer cells than the header.',
  'row-too-wide': 'The row has more cells than the header.',
  'count-not-a-number': 'A token count is not a number.',
  'count-ambiguous': 'A token count is ambiguous: its separator could mark decimals or thousands.',
  'count-not-whole': 'A token count is not a whole number.',
  'count-negative': 'A token count is negative.',
  'count-implausible': 'A token count is too large to be real.',
  'field-not-a-number': ({ field }) => `The token count “${field}” is not a number.`,
  'field-not-a-count': ({ field }) => `The token count “${field}” is not a whole number of 0 or more.`,
  'field-implausible': ({ field }) => `The token count “${field}” is too large to be real.`,
  'nul-characters': 'The file contains NUL characters; they were ignored.',
  'line-not-utf-8': 'The line is not UTF-8; it was read as Windows-1252.',
  'cost-without-tokens':
    'This tool records a session’s cost, but only the tokens of its last request. The cost was counted, without tokens.',
  'thread-not-unpacked': 'The thread could not be unpacked.',
  'span-not-an-object': 'The span is not a JSON object.',
  'dated-by-file': 'The record has no date, so it is counted at the time its file last changed.',
  'copilot-chat-without-counts': 'This chat contains no token counts: Copilot wrote none in 2025.',
  'chatgpt-export':
    'A ChatGPT export contains no token counts. For OpenAI’s API, export them at platform.openai.com: Usage, Export. Codex keeps them in ~/.codex/sessions.',
  'claude-export':
    'An export of Claude chats contains no token counts. For Anthropic’s API, export them at platform.claude.com: Usage, Export. Claude Code keeps them in ~/.claude/projects.',
  'gemini-takeout':
    'Your activity from Google Takeout contains no token counts. Gemini CLI keeps them in ~/.gemini/tmp.',
  'editor-database':
    'A code editor’s own database contains no token counts. Its extensions keep theirs in globalStorage, next to it.',
  'windsurf-conversations':
    'Windsurf’s conversations are encrypted, so no token counts can be read. Windsurf’s account page shows your usage.',
  'antigravity-conversations':
    'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
  'codebuff-credits': 'Codebuff records credits instead of token counts, so nothing was counted.',
  'large-unnamed-database':
    'This database is large and isn’t named like those of the tools that Tokentab reads. To check it anyway, choose it on its own.',
  'not-an-object': ({ field }) => `The record’s “${field}” is not an object.`,
  'working-directory-unusable':
    'The working directory is not a usable text; the record was counted without it.',
  'session-unusable': 'The session is not a usable text; the record was counted without it.',
  'model-unusable': 'The model is not a usable text; the record was counted without it.',
  'in-column': ({ problem, column }, say) => `${say(problem)} Column: ${column}.`,
  'cursor-files':
    'Cursor’s own files contain no usable token counts. Export them at cursor.com: Dashboard, Usage, Export CSV.',
  'kiro-credits':
    'Kiro records credits instead of token counts here. Its editor counts tokens in globalStorage/kiro.kiroagent/dev_data.',
  'jetbrains-assistant':
    'JetBrains AI Assistant records no token counts. Junie keeps them in ~/.junie/sessions; quotas are shown in the editor’s AI settings.',
  'le-chat-export':
    'An export of Le Chat contains no token counts. For Mistral’s API, its console shows the usage. Mistral Vibe keeps it in ~/.vibe/logs/session.',
  'tool-without-counts': ({ tool }) =>
    `${tool} records no token counts. Its provider’s website may show or export the usage.`,
  'perplexity-export':
    'Perplexity’s threads contain no token counts. For its API, the usage is shown at perplexity.ai: Settings, API.',
  'ai-studio-prompt':
    'A prompt of Google AI Studio contains the length of its texts, not what its calls used. AI Studio shows that under Usage; Gemini CLI keeps it in ~/.gemini/tmp.',
  'copilot-desktop-sums':
    'The database of Copilot’s desktop app repeats the sums of its sessions. Import them from ~/.copilot/session-state instead.',
  'omnigent-sums':
    'Omnigent’s database contains sums of sessions. Claude Code, Codex and the other tools that it runs record their calls: import their logs instead.',
  'cloud-bill': ({ cloud }) =>
    `A bill of ${cloud} lists costs by meter, not the tokens of calls. Import the logs of your tools or of a gateway, OpenTelemetry traces or saved API responses instead.`,
  'continue-editor-sessions':
    'Sessions of Continue in an editor contain no token counts. It counts their calls in the folder dev_data, next to sessions.',
  'cline-copied-calls':
    'A newer version of Cline copied these calls into the task. They are counted from its sessions in ~/.cline/data/sessions.',
  'cline-earlier-task':
    'This session continues a task of an older version of Cline. The sum of that task isn’t counted here: its calls are in the task’s own file.',
};
