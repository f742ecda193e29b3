import type { Problem } from '../model/problem';
import { isActivityPage } from './activity-page';
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
    // The names of products are translated.
    detect: ({ keys, path, text }) =>
      ((keys.get('header') ?? '').includes('Gemini') && keys.has('title') && keys.has('time')) ||
      (isActivityPage(path) && /^\s*<html/i.test(text)),
    says: 'gemini-takeout',
  },
  {
    detect: ({ keys }) => keys.has('runSettings') && keys.has('chunkedPrompt'),
    says: 'ai-studio-prompt',
  },
  {
    // A thread as the website loads it, which programs that export threads save.
    detect: ({ startsAsJson, text }) =>
      startsAsJson && /"(?:thread_url_slug|query_str)"\s*:/.test(text) && /"display_model"\s*:/.test(text),
    says: 'perplexity-export',
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
    tables: { sessions: ['total_input_tokens', 'total_output_tokens', 'total_nano_aiu'] },
    says: 'copilot-desktop-sums',
  },
  // The second is that of older versions.
  { tables: { omnigent_conversation_metadata: ['session_usage'] }, says: 'omnigent-sums' },
  { tables: { conversations: ['session_usage', 'session_state'] }, says: 'omnigent-sums' },
  {
    detect: ({ columns }) =>
      ['metercategory', 'metername', 'unitofmeasure', 'quantity'].every((name) => columns.has(name)),
    says: { code: 'cloud-bill', cloud: 'Azure' },
  },
  {
    // As the console downloads it, and as BigQuery exports it.
    detect: ({ columns, keys }) =>
      ['servicedescription', 'skudescription'].every((name) => columns.has(name)) ||
      ['billing_account_id', 'sku', 'usage'].every((key) => keys.has(key)),
    says: { code: 'cloud-bill', cloud: 'Google Cloud' },
  },
];

/** The folders of tools of which nothing else is known. */
const silentTools: readonly { name: string; folder: RegExp }[] = [
  { name: 'Command Code', folder: /(?:^|\/)\.commandcode\// },
  { name: 'Cortex Code', folder: /(?:^|\/)\.snowflake\/cortex\// },
  { name: 'QwenPaw', folder: /(?:^|\/)\.(?:qwenpaw|copaw)\// },
  { name: 'Trae', folder: /(?:^|\/)Trae(?: CN)?\/(?:User|ModularData)\// },
  { name: 'Zencoder', folder: /(?:^|\/)\.zencoder\// },
];

/** Tools that write another one's format, with every count 0 or without any. */
const silentSiblings: typeof silentTools = [
  { name: 'iFlow', folder: /(?:^|\/)\.iflow\// },
  { name: 'Qoder', folder: /(?:^|\/)(?:\.qoder(?:work)?|Qoder\/User)\// },
];

/** The problem for a file that begins like this, or null. */
export function sayingOf(head: FileHead): Problem | null {
  return tools.find((tool) => tool.detect?.(head) === true)?.says ?? sayingOfFolder(head.path);
}

/** The problem for this database, or null. */
export function sayingOfDatabase(
  database: Pick<UntrustedDatabase, 'plainColumns'>,
  path: string,
): Problem | null {
  const ofFolder = sayingOfFolder(path);
  if (ofFolder !== null) return ofFolder;
  return tools.find(({ tables }) => tables !== undefined && hasTables(database, tables))?.says ?? null;
}

/** The problem for a file that was read, but contained no tokens; null if it isn't of a tool that never counts any. */
export function sayingOfSibling(path: string): Problem | null {
  return sayingIn(silentSiblings, path);
}

function sayingOfFolder(path: string): Problem | null {
  return sayingIn([...silentTools, ...silentSiblings], path);
}

function sayingIn(among: typeof silentTools, path: string): Problem | null {
  const tool = among.find(({ folder }) => folder.test(path))?.name;
  return tool === undefined ? null : { code: 'tool-without-counts', tool };
}
