import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands before a server and counts every byte on the wire. */
export class CountingProxy {
  /** From the server to its clients. */
  received = 0;
  /** From clients to the server. */
  sent = 0;
  readonly #open = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  static async before(port: number): Promise<CountingProxy> {
    const server = createServer();
    const proxy = new CountingProxy(server);
    server.on('connection', (client) => {
      proxy.#pass(client, port);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #pass(client: Socket, port: number): void {
    const onward = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, onward],
      [onward, client],
    ] as const) {
      this.#open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    client.on('data', ({ length }) => (this.sent += length));
    onward.on('data', ({ length }) => (this.received += length));
  }
}
