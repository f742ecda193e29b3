import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findProgram } from '../find-program';
import { freePorts } from '../free-ports';

export const program = findProgram({
  name: 'nats-server',
  variable: 'TOKENTAB_NATS',
  place: 'usr/sbin/nats-server',
});

/** A real NATS server of its own folder and ports, ended by its process id. */
export class NatsServer {
  readonly folder: string;
  #process: ChildProcess | undefined;

  private constructor(
    readonly name: string,
    readonly ports: Ports,
    private readonly configure: (server: NatsServer) => string,
    parent: string,
  ) {
    this.folder = mkdtempSync(join(parent, 'tokentab-nats-'));
  }

  get url(): string {
    return `ws://127.0.0.1:${this.ports.websocket}`;
  }

  /**
   * @param configure the lines of its configuration that follow the usual ones
   * @param parent where its own folder is created
   */
  static async start(
    configure: (server: NatsServer) => string = () => '',
    parent?: string,
  ): Promise<NatsServer> {
    const [server] = await NatsServer.startAll(1, configure, parent);
    if (!server) throw new Error('No server was started.');
    return server;
  }

  /** More than one form a cluster. */
  static async startAll(
    count: number,
    configure: (server: NatsServer) => string = () => '',
    parent = tmpdir(),
  ): Promise<NatsServer[]> {
    const ports = await portsOf(count);
    const routes = ports.map(({ cluster }) => `nats://127.0.0.1:${cluster}`).join(', ');
    const servers = ports.map(
      (each, index) =>
        new NatsServer(
          `n${index + 1}`,
          each,
          (server) => {
            const cluster = `cluster { name: test, listen: "127.0.0.1:${each.cluster}", routes: [${routes}] }\n`;
            return (count > 1 ? cluster : '') + configure(server);
          },
          parent,
        ),
    );
    await Promise.all(servers.map((server) => server.run()));
    return servers;
  }

  /** Starts it, also again after `kill`. Resolves when it accepts connections. */
  async run(): Promise<void> {
    const file = this.#writeConfiguration();
    if (program === undefined) throw new Error('There is no nats-server.');
    const child = spawn(program, ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr.on('data', (text: Buffer) => {
        log += text.toString();
        if (log.includes('Server is ready')) resolve();
      });
      child.once('error', reject);
      child.once('exit', () => {
        reject(new Error(`nats-server ended: ${log}`));
      });
    });
  }

  /**
   * Waits until it holds what the others of its cluster hold. Only then can another one be lost without loss: two of three
   * must have a message.
   */
  async isCurrent(): Promise<void> {
    const health = `http://127.0.0.1:${this.ports.monitor}/healthz`;
    const isHealthy = () =>
      fetch(health).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isHealthy())) await setTimeout(100);
  }

  /** Reads the configuration again, as `nats-server --signal reload` does. Resolves when it is in force. */
  async reload(): Promise<void> {
    const child = this.#process;
    if (!child) throw new Error('The server does not run.');
    this.#writeConfiguration();
    const reloaded = new Promise<void>((resolve) => {
      let log = '';
      const listen = (text: Buffer) => {
        log += text.toString();
        if (!log.includes('Reloaded server configuration')) return;
        child.stderr?.off('data', listen);
        resolve();
      };
      child.stderr?.on('data', listen);
    });
    child.kill('SIGHUP');
    await reloaded;
  }

  #writeConfiguration(): string {
    const file = join(this.folder, 'nats.conf');
    writeFileSync(
      file,
      `server_name: ${this.name}
       listen: "127.0.0.1:${this.ports.client}"
       http: "127.0.0.1:${this.ports.monitor}"
       jetstream { store_dir: "${this.folder}" }
       websocket { listen: "127.0.0.1:${this.ports.websocket}", no_tls: true, same_origin: true }
       ${this.configure(this)}`,
    );
    return file;
  }

  /** As when the machine loses its power, except for what the system still writes. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Ports {
  client: number;
  websocket: number;
  cluster: number;
  monitor: number;
}

async function portsOf(servers: number): Promise<Ports[]> {
  const ports = await freePorts(servers * 4);
  return Array.from({ length: servers }, (_, index) => {
    const [client = 0, websocket = 0, cluster = 0, monitor = 0] = ports.slice(index * 4);
    return { client, websocket, cluster, monitor };
  });
}
