import { serve } from '../../../scripts/serve.mjs';

/**
 * The built site on its own port. Tests go offline by stopping it, because the devtools' switch doesn't affect
 * workers.
 */
export class Site {
  private constructor(
    private server: Awaited<ReturnType<typeof serve>> | undefined,
    private readonly port: number,
    /** Without a trailing slash. */
    readonly url: string,
    private readonly sync: { host: string; port: number } | undefined,
  ) {}

  /** @param directory what to serve, relative to the repository @param sync the address of a NATS server */
  static async open(directory = 'build', sync?: { host: string; port: number }): Promise<Site> {
    const server = await serve({ port: 0, directory, sync });
    return new Site(server, server.port, server.url, sync);
  }

  async stop(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  /** Serves again at the same address; another directory simulates another version. */
  async start(directory = 'build'): Promise<void> {
    await this.stop();
    this.server = await serve({ port: this.port, directory, sync: this.sync });
  }
}
