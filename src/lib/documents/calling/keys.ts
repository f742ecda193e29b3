import { ObjectStore } from '../../model/object-store';

/**
 * API keys of addresses, kept in this tab's memory or, on request, in this browser. They are never in the database, so
 * no export and no backup contains one. Tabs share them, because only one tab sends.
 */
class AddressKeys {
  readonly #inMemory = new Map<string, string>();
  readonly #stored = new ObjectStore<{ id: string; key: string }>('tokentab-keys', 'keys');
  #channel: BroadcastChannel | undefined;

  /** Listens to other tabs. Call it before anything is sent. */
  listen(): void {
    if (this.#channel !== undefined) return;
    this.#channel = new BroadcastChannel('tokentab-keys');
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    this.#channel.postMessage({ kind: 'ask' } satisfies Message);
  }

  /** '' if there is none. */
  async get(addressId: string): Promise<string> {
    const known = this.#inMemory.get(addressId);
    if (known !== undefined) return known;
    return (await this.#stored.all()).find(({ id }) => id === addressId)?.key ?? '';
  }

  async isStored(addressId: string): Promise<boolean> {
    return (await this.#stored.all()).some(({ id }) => id === addressId);
  }

  /** @param isKept whether this browser keeps it after its tabs are closed */
  async set(addressId: string, key: string, isKept: boolean): Promise<void> {
    this.listen();
    this.#inMemory.set(addressId, key);
    this.#channel?.postMessage({ kind: 'key', addressId, key } satisfies Message);
    if (isKept && key !== '') await this.#stored.put({ id: addressId, key });
    else await this.#stored.remove(addressId);
  }

  async forget(addressId: string): Promise<void> {
    await this.set(addressId, '', false);
  }

  #hear(message: Message): void {
    if (message.kind === 'key') this.#inMemory.set(message.addressId, message.key);
    else {
      for (const [addressId, key] of this.#inMemory) {
        this.#channel?.postMessage({ kind: 'key', addressId, key } satisfies Message);
      }
    }
  }
}

type Message = { kind: 'ask' } | { kind: 'key'; addressId: string; key: string };

export const addressKeys = new AddressKeys();
