import type { BrowserContext, ConsoleMessage, Page } from 'playwright';

/** Collects what a user would never accept: a request to another site, an uncaught error, a console warning. */
export class Watcher {
  readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(private readonly origin: string) {}

  /** For a test that provokes a complaint: matching ones no longer count, including earlier ones. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on('request', (request) => {
      const url = request.url();
      if (!this.isOurs(url)) this.complaints.push(`request to another origin: ${url}`);
    });
    context.on('weberror', (error) => this.complaints.push(`uncaught: ${describe(error.error())}`));
    context.on('console', this.hear);
    // Workers have their own consoles.
    context.on('serviceworker', (worker) => worker.on('console', this.hear));
    const watchWorkers = (page: Page) => page.on('worker', (worker) => worker.on('console', this.hear));
    context.pages().forEach(watchWorkers);
    context.on('page', watchWorkers);
  }

  /** Returns the remaining complaints, one line each, and clears them for the next test. */
  takeRemaining(): string[] {
    const complaints = this.complaints.splice(0);
    const allowed = this.allowed.splice(0);
    return complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
  }

  private readonly hear = (message: ConsoleMessage): void => {
    if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
  };

  private isOurs(url: string): boolean {
    const { protocol, origin } = new URL(url);
    return origin === this.origin || protocol === 'data:' || url.startsWith(`blob:${this.origin}/`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
