import type { Problem } from '../model/problem';
import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';
import { hasTables } from './registry';
import type { Tables } from './source';

interface ToolWithoutCounts {
  /** Recognizes the file by its content. For encrypted files, only the path identifies the tool. */
  detect?(head: FileHead): boolean;
  /** For a database: a table that only this tool's databases have, or tables with these columns. */
  tables?: Tables;
  /** The sentence shown instead of "not a usage log": why nothing can be counted, and what can be used instead. */
  says: Problem;
}

const cursor = 'cursor-files';
const kiro = 'kiro-credits';

/** Tools whose files users import, but that record no token counts. */
const tools: readonly ToolWithoutCounts[] = [
  {
    detect: ({ keys }) => keys.has('mapping') && keys.has('create_time'),
    says: 'chatgpt-export',
  },
  {
    detect: ({ keys }) => keys.has('chat_messages') && keys.has('uuid'),
    says: 'claude-export',
  },
  {
    detect: ({ keys }) =>
      (keys.get('header') ?? '').startsWith('Gemini') && keys.has('title') && keys.has('time'),
    says: 'gemini-takeout',
  },
  {
    tables: { cursorDiskKV: [] },
    says: cursor,
  },
  {
    // The transcripts of its agent, and the databases of its command line.
    detect: ({ path }) => /(?:^|\/)\.cursor\/(?:projects|chats)\//.test(path),
    tables: { blobs: ['id', 'data'], meta: ['key', 'value'] },
    says: cursor,
  },
  {
    tables: { ItemTable: [] },
    says: 'editor-database',
  },
  {
    detect: ({ path, startsAsJson }) =>
      /(?:^|\/)(?:\.codeium|windsurf(?:-next)?\/cascade)\//.test(path) && !startsAsJson,
    says: 'windsurf-conversations',
  },
  {
    detect: ({ path, startsAsJson }) => /(?:^|\/)antigravity(?:-cli|-ide)?\//.test(path) && !startsAsJson,
    says: 'antigravity-conversations',
  },
  {
    tables: { gen_metadata: [] },
    says: 'antigravity-conversations',
  },
  {
    detect: ({ keys }) =>
      keys.has('variant') && keys.has('timestamp') && keys.has('content') && keys.has('id'),
    says: 'codebuff-credits',
  },
  {
    // Sessions of the command line, and the chats of earlier editors.
    detect: ({ keys, keysOfLines }) =>
      (keys.has('session_id') && keys.has('session_state')) ||
      (keys.has('executionId') && keys.has('actionId') && keys.has('chat')) ||
      keysOfLines.some(
        (line) =>
          /^(?:Prompt|AssistantMessage|ToolResults)$/.test(line.get('kind') ?? '') &&
          line.has('version') &&
          line.has('data'),
      ),
    tables: { conversations_v2: [] },
    says: kiro,
  },
  {
    detect: ({ path }) => /(?:^|\/)JetBrains\/(?:.*\/)?aia(?:-[\w-]+)?\//.test(path),
    says: 'jetbrains-assistant',
  },
  {
    detect: ({ keys }) => ['chatId', 'role', 'content', 'createdAt'].every((key) => keys.has(key)),
    says: 'le-chat-export',
  },
  {
    detect: ({ path }) =>
      /(?:^|\/)(?:\.(?:commandcode|zencoder|qwenpaw|copaw)|\.snowflake\/cortex)\//.test(path),
    says: 'tool-without-counts',
  },
  {
    tables: { sessions: ['total_input_tokens', 'total_output_tokens', 'total_nano_aiu'] },
    says: 'copilot-desktop-sums',
  },
];

/** The problem for a file that begins like this, or null. */
export function sayingOf(head: FileHead): Problem | null {
  return tools.find((tool) => tool.detect?.(head) === true)?.says ?? null;
}

/** The problem for this database, or null. */
export function sayingOfDatabase(database: Pick<UntrustedDatabase, 'plainColumns'>): Problem | null {
  return tools.find(({ tables }) => tables !== undefined && hasTables(database, tables))?.says ?? null;
}
