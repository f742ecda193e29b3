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
    child.on('error', (error) => (said += error.message));
    const proxy = createServer((request, response) => server.pass(request, response));
    const server = new ModelServer(child, folder, upstream, proxy);
    // A runner that ends early, after a test took too long, must not leave it behind.
    process.once('exit', server.kill);
    try {
      await untilItAnswers(upstream, () => {
        if (server.hasEnded) throw new Error(`The model server ended at once: ${said}`);
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Ends with the function, however that ends. */
  static async during(program: ServerProgram, use: (server: ModelServer) => Promise<void>): Promise<void> {
    const server = await ModelServer.start(program);
    try {
      await use(server);
    } finally {
      await server.stop();
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  get totalTokens(): number {
    return this.usage.reduce((sum, { prompt, completion }) => sum + prompt + completion, 0);
  }

  async stop(): Promise<void> {
    process.off('exit', this.kill);
    this.proxy.closeAllConnections();
    await new Promise((resolve) => this.proxy.close(resolve));
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (!this.hasEnded) {
      this.kill();
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Also true if the program could not be started. */
  private get hasEnded(): boolean {
    const { pid, exitCode, signalCode } = this.child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  // It keeps no data, so it needs no time to end. A program that is busy would ignore a request to.
  private readonly kill = (): void => void this.child.kill('SIGKILL');

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
