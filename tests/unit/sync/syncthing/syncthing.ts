import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findProgram } from '../find-program';
import { freePorts } from '../free-ports';

export const program = findProgram({
  name: 'syncthing',
  variable: 'TOKENTAB_SYNCTHING',
  place: 'usr/bin/syncthing',
});

const folderId = 'tokentab';
const apiKey = 'test';

/**
 * A real Syncthing with a home of its own, ended by its process id. It knows only the instances that were started with
 * it, by address: no discovery, relay, port mapping, report or update.
 */
export class Syncthing {
  readonly #home = mkdtempSync(join(tmpdir(), 'tokentab-syncthing-'));
  /** What it shares with the others. */
  readonly folder = join(this.#home, 'shared');
  readonly #id: string;
  #process: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly apiPort: number,
  ) {
    mkdirSync(this.folder);
    execFileSync(program ?? '', ['generate', `--home=${this.#home}`, '--no-default-folder'], {
      stdio: 'ignore',
    });
    const id = execFileSync(program ?? '', ['--device-id', `--home=${this.#home}`], { encoding: 'utf8' });
    this.#id = id.trim();
  }

  static async startAll(count: number): Promise<Syncthing[]> {
    const ports = await freePorts(2 * count);
    const all = Array.from(
      { length: count },
      (_, index) => new Syncthing(ports[2 * index] ?? 0, ports[2 * index + 1] ?? 0),
    );
    for (const each of all) writeFileSync(join(each.#home, 'config.xml'), each.#configuration(all));
    await Promise.all(all.map((each) => each.run()));
    return all;
  }

  /** Also again after `kill`. Resolves when it answers. */
  async run(): Promise<void> {
    const child = spawn(program ?? '', ['serve', `--home=${this.#home}`, '--no-browser', '--no-restart'], {
      stdio: 'ignore',
      // Otherwise it watches over itself from a second process, which a signal wouldn't reach.
      env: { ...process.env, STMONITORED: 'yes', STNOUPGRADE: '1' },
    });
    this.#process = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`syncthing ended with ${child.exitCode}.`);
      if (await this.ask('system/ping').catch(() => false)) return;
      await setTimeout(50);
    }
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

  /** @param path of its REST interface, below /rest */
  async ask(path: string, method = 'GET'): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.apiPort}/rest/${path}`, {
      method,
      headers: { 'X-API-Key': apiKey },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  }

  /** The bytes that it knows of and has not fetched yet; 0 also while it isn't connected. */
  async missingBytes(): Promise<number> {
    const { needBytes } = (await this.ask(`db/status?folder=${folderId}`)) as { needBytes: number };
    return needBytes;
  }

  /** Looks for changes now; its own watcher of the folder may take longer. */
  async scan(): Promise<void> {
    await this.ask(`db/scan?folder=${folderId}`, 'POST');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#home, { recursive: true, force: true });
  }

  #configuration(all: readonly Syncthing[]): string {
    const devices = all.map((each) => `<device id="${each.#id}"></device>`).join('');
    const addresses = all.map(
      (each) =>
        `<device id="${each.#id}" name="${each.port}" compression="never">
           <address>tcp://127.0.0.1:${each.port}</address>
         </device>`,
    );
    // As slow as a bad uplink, so that a kill can land in the middle of a file.
    return `<configuration version="36">
      <folder id="${folderId}" path="${this.folder}" type="sendreceive" rescanIntervalS="3600"
        fsWatcherEnabled="true" fsWatcherDelayS="1">
        ${devices}<minDiskFree unit="">0</minDiskFree>
      </folder>
      ${addresses.join('\n')}
      <gui enabled="true" tls="false"><address>127.0.0.1:${this.apiPort}</address><apikey>${apiKey}</apikey></gui>
      <options>
        <listenAddress>tcp://127.0.0.1:${this.port}</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled>
        <localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled>
        <natEnabled>false</natEnabled>
        <crashReportingEnabled>false</crashReportingEnabled>
        <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
        <urAccepted>-1</urAccepted>
        <startBrowser>false</startBrowser>
        <reconnectionIntervalS>1</reconnectionIntervalS>
        <limitBandwidthInLan>true</limitBandwidthInLan>
        <maxSendKbps>500</maxSendKbps>
      </options>
    </configuration>`;
  }
}
