import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from './find-server';

export const program = findNatsServer();

/** A real NATS server of its own folder and ports, ended by its process id. */
export class NatsServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'tokentab-nats-'));
  #process: ChildProcess | undefined;

  private constructor(
    readonly name: string,
    readonly ports: Ports,
    private readonly configure: (server: NatsServer) => string,
  ) {}

  get url(): string {
    return `ws://127.0.0.1:${this.ports.websocket}`;
  }

  /** @param configure the lines of its configuration that follow the usual ones */
  static async start(configure: (server: NatsServer) => string = () => ''): Promise<NatsServer> {
    const [server] = await NatsServer.startAll(1, configure);
    if (!server) throw new Error('No server was started.');
    return server;
  }

  /** More than one form a cluster. */
  static async startAll(
    count: number,
    configure: (server: NatsServer) => string = () => '',
  ): Promise<NatsServer[]> {
    const ports = await freePorts(count);
    const routes = ports.map(({ cluster }) => `nats://127.0.0.1:${cluster}`).join(', ');
    const servers = ports.map(
      (each, index) =>
        new NatsServer(`n${index + 1}`, each, (server) => {
          const cluster = `cluster { name: test, listen: "127.0.0.1:${each.cluster}", routes: [${routes}] }\n`;
          return (count > 1 ? cluster : '') + configure(server);
        }),
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
}

/** All are open at once, so that they differ. */
async function freePorts(servers: number): Promise<Ports[]> {
  const open = await Promise.all(
    Array.from(
      { length: servers * 3 },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const probe = createServer();
          probe.once('error', reject);
          probe.listen(0, '127.0.0.1', () => {
            resolve(probe);
          });
        }),
    ),
  );
  const ports = open.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(open.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return Array.from({ length: servers }, (_, index) => {
    const [client = 0, websocket = 0, cluster = 0] = ports.slice(index * 3);
    return { client, websocket, cluster };
  });
}
