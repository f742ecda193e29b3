import {
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JetStreamClient,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/nats-core';
import type { CarriedFile, Carrier } from './carrier';
import { connectNats, natsProblem } from './nats-connection';
import { makeStream, patience, pulled } from './nats-stream';
import { parseName } from './names';

/** A server accepts messages of 1 MB unless configured otherwise, so larger files are written in parts. */
const partBytes = 512 * 1024;
/** The header that says which write of a file a part belongs to, and how many parts that has. */
const writeHeader = 'Tokentab-Write';

interface Part {
  write: string;
  parts: number;
  seq: number;
  bytes: number;
}

/**
 * A NATS server that keeps the last message of each subject: `tt.v.<vault>.<device>.<file>.<part>`. Whether it kept
 * what it acknowledged is for the synchroniser to compare.
 * All methods throw `CarrierProblem`.
 */
export class NatsCarrier implements Carrier {
  /** The parts of each file when the files were last listed. */
  readonly #parts = new Map<string, Part[]>();

  private constructor(
    private readonly connection: NatsConnection,
    private readonly stream: string,
    private readonly subject: string,
    private readonly js: JetStreamClient,
    private readonly manager: JetStreamManager,
  ) {}

  /** @param url as `connectNats` takes it @param identity the devices' key */
  static async open(url: string, identity: string, vault: string): Promise<NatsCarrier> {
    const connection = await connectNats(url, identity);
    try {
      const js = jetstream(connection, { timeout: patience });
      const manager = await jetstreamManager(connection, {
        timeout: patience,
        checkAPI: false,
      });
      return new NatsCarrier(connection, `tt-v-${vault}`, `tt.v.${vault}`, js, manager);
    } catch (error) {
      await connection.close();
      throw natsProblem(error);
    }
  }

  list(): Promise<CarriedFile[]> {
    return this.#try(async () => {
      await this.#makeStream();
      this.#parts.clear();
      const consumer = await this.js.consumers.get(this.stream, {
        deliver_policy: DeliverPolicy.All,
        headers_only: true,
      });
      const { num_pending } = await consumer.info();
      for await (const { subject, seq, headers } of pulled(consumer, num_pending, 1000)) {
        const [write = '', parts] = (headers?.get(writeHeader) ?? '').split(' ');
        const bytes = Number(headers?.get('Nats-Msg-Size'));
        const { name, index } = this.#read(subject);
        const found = this.#parts.get(name) ?? [];
        found[index] = { write, parts: Number(parts), seq, bytes };
        this.#parts.set(name, found);
      }
      await consumer.delete();
      return [...this.#parts].map(([name, parts]) => describe(name, parts));
    });
  }

  read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#try(async () => {
      const parts = wholeFile(this.#parts.get(name));
      const messages = await Promise.all(parts.map(({ seq }) => this.#message(seq)));
      if (parts.length === 0 || messages.includes(null)) return null;
      return new Uint8Array(await new Blob(messages.filter((each) => each !== null)).arrayBuffer());
    });
  }

  /** Parts first, so that a reader who sees some of them also sees that others are missing. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#try(async () => {
      await this.#makeStream();
      const count = Math.max(1, Math.ceil(bytes.length / partBytes));
      const about = headers();
      about.set(writeHeader, `${crypto.randomUUID()} ${count}`);
      for (let part = 0; part < count; part += 1)
        await this.js.publish(
          `${this.#subjectOf(name)}.${part}`,
          bytes.subarray(part * partBytes, (part + 1) * partBytes),
          { headers: about },
        );
    });
  }

  remove(name: string): Promise<void> {
    return this.#try(async () => {
      await this.manager.streams.purge(this.stream, { filter: `${this.#subjectOf(name)}.*` });
    });
  }

  /** A device writes its manifest last, whenever it has changed anything. */
  watch(changed: (device: string) => void): void {
    this.connection.subscribe(`${this.subject}.*.manifest.0`, {
      callback: (error, { subject }) => {
        if (!error) changed(subject.slice(this.subject.length + 1).split('.')[0] ?? '');
      },
    });
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** A name is 'device/kind-uuid.age', which has no characters that mean something in a subject, except its end. */
  #subjectOf(name: string): string {
    if (parseName(name) === undefined) throw new RangeError('This name is none of a device’s files.');
    return `${this.subject}.${name.replace(/\.age$/, '').replace('/', '.')}`;
  }

  #read(subject: string): { name: string; index: number } {
    const [device = '', file = '', part] = subject.slice(this.subject.length + 1).split('.');
    return { name: `${device}/${file}.age`, index: Number(part) };
  }

  /** From the nearest server, or from the leader if that one lags behind. Null if it was replaced or removed. */
  async #message(seq: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const found =
      (await this.manager.direct.getMessage(this.stream, { seq })) ??
      (await this.manager.streams.getMessage(this.stream, { seq }));
    return found && Uint8Array.from(found.data);
  }

  #makeStream(): Promise<void> {
    return makeStream(this.connection, this.manager, this.stream, `${this.subject}.>`);
  }

  async #try<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw natsProblem(error);
    }
  }
}

/** A file of which parts are missing is listed with what is there, as a folder lists a file that is being copied. */
function describe(name: string, found: Part[]): CarriedFile {
  const whole = wholeFile(found);
  const parts = whole.length > 0 ? whole : found.filter(Boolean);
  return {
    name,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    version: parts.map(({ write, seq }) => `${write} ${seq}`).join(),
  };
}

/** Empty unless all parts of the same write are there. */
function wholeFile(found: Part[] = []): Part[] {
  const [first] = found;
  if (first === undefined || !(first.parts <= found.length)) return [];
  // Not slice(), because every() skips the holes where parts are missing.
  const parts = Array.from({ length: first.parts }, (_, index) => found[index]);
  return parts.every((part) => part?.write === first.write) ? (parts as Part[]) : [];
}
