import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { freePorts } from '../unit/sync/free-ports';

const driverName = 'WebKitWebDriver';
const displayName = 'Xvfb';

/** What has to be installed before WebKitGTK can be driven here; null if nothing. */
export function missingProgram(): string | null {
  if (find(driverName) === null) return driverName;
  return hasDisplay() || find(displayName) !== null ? null : `${displayName}, or a display`;
}

const hasDisplay = () => env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;

function find(program: string): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** A window of WebKitGTK's MiniBrowser, driven by the WebDriver protocol. Without a display, Xvfb makes one. */
export class WebKit {
  private constructor(
    /** In the order in which they end. */
    private readonly processes: readonly ChildProcess[],
    private readonly session: string,
  ) {}

  static async start(): Promise<WebKit> {
    const processes: ChildProcess[] = [];
    try {
      const display = hasDisplay() ? {} : { DISPLAY: await startDisplay(processes) };
      const [port] = await freePorts(1);
      const driver = spawn(find(driverName) ?? '', [`--port=${String(port)}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: { ...env, ...display },
      });
      processes.unshift(driver);
      const url = `http://127.0.0.1:${String(port)}/session`;
      await untilListening(url);
      const { sessionId } = await send<{ sessionId: string }>('POST', url, { capabilities: {} });
      return new WebKit(processes, `${url}/${sessionId}`);
    } catch (error) {
      await endAll(processes);
      throw error;
    }
  }

  async goTo(url: string): Promise<void> {
    await send('POST', `${this.session}/url`, { url });
  }

  /** In CSS pixels. WebKitGTK may refuse to make its window as narrow as this. */
  async resize(width: number, height: number): Promise<void> {
    await send('POST', `${this.session}/window/rect`, { width, height });
  }

  /** Runs the body of an async function in the page. @throws what it throws, as text */
  async run<T>(body: string): Promise<T> {
    const script = `const [done] = arguments; (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const answer = await send<{ value: T; error?: string }>('POST', `${this.session}/execute/async`, {
      script,
      args: [],
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** Waits until an expression is true in the page, also through a reload. @throws after 20 seconds */
  async until(expression: string): Promise<void> {
    for (let tries = 0; !(await this.#evaluate<boolean>(`return Boolean(${expression})`)); tries += 1) {
      if (tries === 200) throw new Error(`Never true: ${expression}`);
      await setTimeout(100);
    }
  }

  /** Clicks the first element that matches. The click may reload the page. */
  async click(expression: string): Promise<void> {
    await this.until(expression);
    await this.#evaluate(`${expression}.click()`);
  }

  #evaluate<T>(script: string): Promise<T> {
    return send<T>('POST', `${this.session}/execute/sync`, { script, args: [] });
  }

  async end(): Promise<void> {
    await send('DELETE', this.session).catch(() => undefined);
    await endAll(this.processes);
  }
}

/** @returns the new display's address, such as `:99` */
async function startDisplay(processes: ChildProcess[]): Promise<string> {
  // Xvfb chooses a free number and writes it into the file that it is given, the third.
  const display = spawn(
    find(displayName) ?? '',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  processes.push(display);
  const numbers = display.stdio[3];
  if (!numbers) throw new Error('Xvfb has no third file.');
  const [number] = (await Promise.race([once(numbers, 'data'), once(display, 'exit')])) as [unknown];
  if (!Buffer.isBuffer(number)) throw new Error('Xvfb ended at once.');
  return `:${number.toString().trim()}`;
}

async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  for (const child of processes) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
}

async function untilListening(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await setTimeout(100);
    }
  }
}

async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const options = { method, headers: { 'Content-Type': 'application/json' } };
  const answer = await fetch(url, body === undefined ? options : { ...options, body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: T & { message?: string } };
  if (!answer.ok) throw new Error(`${method} ${url}: ${value.message ?? String(answer.status)}`);
  return value;
}
