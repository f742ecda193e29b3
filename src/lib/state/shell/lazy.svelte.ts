import { t } from '../../texts/texts';
import { reportFailure } from './report';

/** Code or data that the first paint doesn't need: undefined until it was requested and has loaded. */
export class Lazy<T> {
  current = $state.raw<T>();
  #isLoading = false;
  readonly #fetch: () => Promise<T>;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Can be called repeatedly; after a failure the next call tries again. */
  async load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.current = await this.#fetch();
    } catch (error) {
      this.#isLoading = false;
      reportFailure(t.shell.pageFailed, error);
    }
  }
}
