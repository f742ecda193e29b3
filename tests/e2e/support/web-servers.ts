import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The name that docs/hosting.md uses. */
export const siteName = 'tokentab.example.com';

export type WebServerName = 'nginx' | 'caddy';

export const isInstalled = (name: WebServerName): boolean =>
  spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0;

/** What docs/hosting.md says under a heading, in blocks of a language. */
function blocks(heading: string, language: string): string[] {
  const text = readFileSync('docs/hosting.md', 'utf8');
  const [, after = ''] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const [section = ''] = after.split(/^#+ /m);
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code = '']) => code);
}

/**
 * nginx or Caddy with exactly the lines of docs/hosting.md, except for the site's folder, the port, and the certificate. It
 * serves https://tokentab.example.com, which the browser must be told to find at the port.
 */
export class WebServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tokentab-web-'));
  #process: ChildProcess | undefined;

  private constructor(
    private readonly name: WebServerName,
    private readonly port: number,
    private readonly syncPort: number,
  ) {}

  /** @param syncPort of a NATS server */
  static async start(name: WebServerName, port: number, syncPort: number): Promise<WebServer> {
    const server = new WebServer(name, port, syncPort);
    server.#makeCertificate();
    server.#writePolicy();
    await server.#run(name === 'nginx' ? server.#nginx() : server.#caddy());
    return server;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #makeCertificate(): void {
    const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const name = ['-subj', `/CN=${siteName}`, '-addext', `subjectAltName=DNS:${siteName}`];
    const files = ['-keyout', 'key.pem', '-out', 'cert.pem'];
    execFileSync('openssl', ['req', '-x509', ...options, ...name, ...files], {
      cwd: this.#folder,
      stdio: 'ignore',
    });
  }

  /** Runs the commands that take the policy from the build. */
  #writePolicy(): void {
    const [commands = ''] = blocks('nginx', 'sh');
    const here = commands.replaceAll(/\/etc\/(nginx|caddy)/g, this.#folder);
    execFileSync('sh', ['-e', '-c', here]);
  }

  /** @returns the command that starts it */
  #nginx(): string[] {
    const [site = ''] = blocks('nginx', 'nginx');
    const [above = '', inside = ''] = blocks('A server for devices', 'nginx');
    const server = this.#place(site)
      .replace(
        'server {',
        `server {\n  listen 127.0.0.1:${this.port} ssl; ssl_certificate cert.pem; ssl_certificate_key key.pem;`,
      )
      .replace(/\n}\s*$/, `\n${inside}\n}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${this.#folder}/${name};`,
    );
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    writeFileSync(
      join(this.#folder, 'nginx.conf'),
      `${user} pid nginx.pid; error_log stderr; daemon off; events {}
       http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
       ${this.#onward(above)}
       ${this.#onward(server)} }`,
    );
    return ['nginx', '-p', this.#folder, '-c', 'nginx.conf'];
  }

  /** @returns the command that starts it */
  #caddy(): string[] {
    const [site = ''] = blocks('Caddy', 'caddyfile');
    const [sync = ''] = blocks('A server for devices', 'caddyfile');
    const server = this.#place(site)
      .replace(`${siteName} {`, `https://${siteName}:${this.port} {\n  tls cert.pem key.pem`)
      .replace(/\n}\s*$/, `\n${sync}\n}`);
    const file = join(this.#folder, 'Caddyfile');
    writeFileSync(file, `{\n  admin off\n  auto_https off\n}\n${this.#onward(server)}`);
    return ['caddy', 'run', '--adapter', 'caddyfile', '--config', file];
  }

  #place = (lines: string): string => lines.replace('/srv/tokentab/build', resolve('build'));
  #onward = (lines: string): string => lines.replace('127.0.0.1:8091', `127.0.0.1:${this.syncPort}`);

  async #run([command = '', ...args]: string[]): Promise<void> {
    const child = spawn(command, args, { cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = child;
    let log = '';
    child.stderr.on('data', (text: Buffer) => (log += text.toString()));
    while (!(await this.#listens())) {
      if (child.exitCode !== null) throw new Error(`${this.name} ended: ${log}`);
      await setTimeout(50);
    }
  }

  #listens(): Promise<boolean> {
    return new Promise((resolve) => {
      const probe = connect(this.port, '127.0.0.1', () => {
        probe.destroy();
        resolve(true);
      });
      probe.once('error', () => {
        resolve(false);
      });
    });
  }
}
