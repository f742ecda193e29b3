import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerProgram } from './find-server';
import { tinyModel } from './tiny-model';

interface Usage {
  prompt: number;
  completion: number;
}

/**
 * A real model server on this machine, and a proxy before it, which keeps what the server itself reports as used. The
 * page only knows the proxy.
 */
export class ModelServer {
  /** What the server reported, one for each call that it answered. */
  readonly usage: Usage[] = [];
  /** Answers instead of the server, if it returns true. */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly upstream: number,
    private readonly proxy: Server,
  ) {}

  static async start({ command, args }: ServerProgram): Promise<ModelServer> {
    const folder = await mkdtemp(join(tmpdir(), 'tokentab-model-'));
    const model = join(folder, 'tiny.gguf');
    await writeFile(model, tinyModel());
    const upstream = await freePort();
    const child = spawn(command, args(model, upstream), { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    const proxy = createServer((request, response) => server.pass(request, response));
    const server = new ModelServer(child, folder, upstream, proxy);
    await untilItAnswers(upstream, () => {
      if (child.exitCode !== null) throw new Error(`The model server ended at once: ${said}`);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  get totalTokens(): number {
    return this.usage.reduce((sum, { prompt, completion }) => sum + prompt + completion, 0);
  }

  async stop(): Promise<void> {
    this.proxy.closeAllConnections();
    await new Promise((resolve) => this.proxy.close(resolve));
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.pid !== undefined) {
      process.kill(this.child.pid);
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    if (this.intercept(request, response)) return;
    const { method, url, headers } = request;
    const target = { host: '127.0.0.1', port: this.upstream, method, path: url, headers };
    const passed = ask(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      let body = '';
      answer.on('data', (piece) => (body += String(piece)));
      answer.on('end', () => this.keepUsage(body));
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  }

  private keepUsage(body: string): void {
    for (const line of body.split('\n')) {
      if (!line.startsWith('data: {')) continue;
      const { usage } = JSON.parse(line.slice(6)) as {
        usage?: { prompt_tokens: number; completion_tokens: number } | null;
      };
      if (usage) this.usage.push({ prompt: usage.prompt_tokens, completion: usage.completion_tokens });
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param check throws if it never will */
async function untilItAnswers(port: number, check: () => void): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    check();
    const isUp = await fetch(`http://127.0.0.1:${port}/v1/models`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The model server did not answer within a minute.');
}
