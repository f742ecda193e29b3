import type { CallerAnswer } from '../../../../src/lib/documents/calling/caller';
import { textName } from '../../../../src/lib/documents/contents/content-store';
import { QueueRunner, type QueueTools } from '../../../../src/lib/documents/running/queue-runner';
import type { NewBatch } from '../../../../src/lib/model/extraction';
import { document, startedBatch } from '../../database/documents/samples';
import { openTestDatabase } from '../../database/open';

interface Asked {
  messages: { content: string }[];
}

export type Server = (body: Asked, signal: AbortSignal) => Promise<Partial<CallerAnswer> & { text?: string }>;

const townSetup = {
  kind: 'fields' as const,
  fields: [{ name: 'city', type: 'text' as const, choices: [] }],
  instructions: '',
};

export const events = (content: string) =>
  [
    { model: 'tiny', choices: [{ delta: { content }, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 150, completion_tokens: 10 } },
  ]
    .map((event) => `data: ${JSON.stringify(event)}\n\n`)
    .join('');

export const good: Server = ({ messages }) =>
  Promise.resolve({ text: events(`{"city":"${messages[1]?.content ?? ''}"}`) });

/** The real queue in memory, a runner for it, and a server in place of the caller. */
export async function queueOf(ids: readonly string[], server: Server, changes: Partial<NewBatch> = {}) {
  const { commands, database } = await openTestDatabase();
  startedBatch(commands, ids, { setup: townSetup, ...changes });
  const files = new Map(ids.map((id) => [textName(document(id).contentSha256), `Town of ${id}`]));
  const stop = new AbortController();
  let calls = 0;
  const tools: QueueTools = {
    call: (command, ...args) => {
      const run = commands[command] as (...args: unknown[]) => never;
      const answer = run(...args);
      // As the page is notified of changes.
      if (command === 'cancelBatch') void runner.check();
      return Promise.resolve(answer);
    },
    contents: {
      read: (name) => Promise.resolve(files.get(name)),
      write: (name, text) => Promise.resolve(void files.set(name, text)),
    },
    openSender: () =>
      Promise.resolve({
        close: () => undefined,
        send: async ({ body }, { onPiece, signal = stop.signal } = {}) => {
          const { text = '', ...answer } = await server(JSON.parse(body ?? '') as Asked, signal);
          onPiece?.(text);
          return { how: 'done', status: 200, retryAfter: null, ...answer };
        },
      }),
    keyOf: () => Promise.resolve(''),
    newId: () => `call-${(calls += 1)}`,
  };
  const runner: QueueRunner = new QueueRunner(tools, stop.signal);
  const statuses = () => commands.getDocuments('alpha').map(({ status, failure }) => failure ?? status);
  return { commands, database, runner, files, stop, tools, statuses };
}
