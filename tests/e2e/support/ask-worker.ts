import type { BrowserContext, Page } from 'playwright';
import type { WorkerMessage } from '../../../src/lib/protocol/messages';
import type { Command, Commands } from '../../../src/lib/protocol/commands';

interface WorkerWindow {
  databaseWorker: Worker;
}

/** Makes every page of this browser keep a reference to its database worker, for `askWorker`. */
export function keepWorker(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'tokentab-database') (window as unknown as WorkerWindow).databaseWorker = this;
      }
    };
  });
}

/**
 * Sends a command to the built database worker with the messages of `protocol/messages.ts`, because not every command
 * is public.
 */
export function askWorker<C extends Command>(
  page: Page,
  command: C,
  ...args: Parameters<Commands[C]>
): Promise<ReturnType<Commands[C]>> {
  return page.evaluate(
    ({ command, args }) => {
      const { databaseWorker } = window as unknown as WorkerWindow;
      const id = crypto.randomUUID();
      return new Promise<never>((resolve, reject) => {
        databaseWorker.addEventListener('message', function hear({ data }: MessageEvent<WorkerMessage>) {
          if (data.kind !== 'answer' || data.id !== id) return;
          databaseWorker.removeEventListener('message', hear);
          if (data.answer.ok) resolve(data.answer.value as never);
          else reject(new Error(JSON.stringify(data.answer.error)));
        });
        databaseWorker.postMessage({ kind: 'call', id, command, args });
      });
    },
    { command, args },
  );
}

/** Makes the database refuse these commands of the page, as a write on a full disk fails; others still work. */
export async function refuseCalls(page: Page, commands: readonly Command[]): Promise<void> {
  await page.evaluate((commands) => {
    const worker = Worker.prototype as { postMessage: (message: unknown) => void };
    const post = worker.postMessage;
    const isRefused = (command: unknown) => (commands as unknown[]).includes(command);
    worker.postMessage = function (message) {
      const call = message as { command?: string; args?: unknown[] };
      if (isRefused(call.command)) call.args = [];
      // Reads of one moment are sent in one call, each with its arguments.
      const reads = call.command === 'readTogether' ? (call.args?.[0] as unknown[][]) : [];
      for (const read of reads) if (isRefused(read[0])) read.length = 1;
      post.call(this, message);
    };
  }, commands as Command[]);
}
