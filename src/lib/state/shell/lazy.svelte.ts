import { t } from '../../texts/texts';
import { reportFailure } from './report';

/** Something that the first paint does not need: undefined until it was asked for and has arrived. */
export class Lazy<T> {
  current = $state.raw<T>();
  #isLoading = false;
  readonly #fetch: () => Promise<T>;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** May be called often; after a failure the next call tries again. */
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
