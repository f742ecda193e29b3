import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';

interface ToolWithoutCounts {
  /** Recognizes the file by its content. For encrypted files, only the path identifies the tool. */
  detect?(head: FileHead): boolean;
  /** For a database: a table that only this tool's databases have. */
  table?: string;
  /** The sentence shown instead of "not a usage log": why nothing can be counted, and what can be used instead. */
  says: string;
}

/** Tools whose files users import, but that record no token counts. */
const tools: readonly ToolWithoutCounts[] = [
  {
    detect: ({ keys }) => keys.has('mapping') && keys.has('create_time'),
    says: 'A ChatGPT export contains no token counts. For OpenAI’s API, export them at platform.openai.com: Usage, Export. Codex keeps them in ~/.codex/sessions.',
  },
  {
    detect: ({ keys }) => keys.has('chat_messages') && keys.has('uuid'),
    says: 'An export of Claude chats contains no token counts. For Anthropic’s API, export them at platform.claude.com: Usage, Export. Claude Code keeps them in ~/.claude/projects.',
  },
  {
    detect: ({ keys }) =>
      (keys.get('header') ?? '').startsWith('Gemini') && keys.has('title') && keys.has('time'),
    says: 'A Google Takeout of Gemini contains no token counts. Gemini CLI keeps them in ~/.gemini/tmp.',
  },
  {
    table: 'cursorDiskKV',
    says: 'Cursor’s own database contains no usable token counts. Export them at cursor.com: Dashboard, Usage, Export CSV.',
  },
  {
    table: 'ItemTable',
    says: 'A code editor’s own database contains no token counts. Its extensions keep theirs in globalStorage, next to it.',
  },
  {
    detect: ({ path, startsAsJson }) => /(?:^|\/)\.codeium\//.test(path) && !startsAsJson,
    says: 'Windsurf’s conversations are encrypted, so no token counts can be read. Windsurf’s account page shows your usage.',
  },
  {
    detect: ({ path, startsAsJson }) => /(?:^|\/)antigravity(?:-cli|-ide)?\//.test(path) && !startsAsJson,
    says: 'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
  },
  {
    table: 'gen_metadata',
    says: 'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
  },
  {
    detect: ({ keys }) =>
      keys.has('variant') && keys.has('timestamp') && keys.has('content') && keys.has('id'),
    says: 'Codebuff records credits instead of token counts, so nothing was counted.',
  },
];

/** The sentence for a file that begins like this, or null. */
export function sayingOf(head: FileHead): string | null {
  return tools.find((tool) => tool.detect?.(head) === true)?.says ?? null;
}

/** The sentence for this database, or null. */
export function sayingOfDatabase(database: Pick<UntrustedDatabase, 'plainColumns'>): string | null {
  return (
    tools.find(({ table }) => table !== undefined && database.plainColumns(table).length > 0)?.says ?? null
  );
}
