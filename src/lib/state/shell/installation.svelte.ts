import { browserPreferences } from '../../client/preferences';

const key = 'tokentab:install-answered';

/**
 * The event with which Chromium lets a page show the install prompt. It's not a standard, so TypeScript doesn't type
 * it.
 */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Whether Tokentab can be installed in this browser. It offers to do so only once. */
class Installation {
  #prompt = $state.raw<InstallPrompt>();
  #isAnswered = $state(browserPreferences.get(key) !== null);

  /** The browser can install it, and the user hasn't answered the offer yet. */
  get isOffered(): boolean {
    return this.#prompt !== undefined && !this.#isAnswered;
  }

  /** Starts listening to the browser's install events. Returns a function that stops it. */
  listen(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const hear = (event: Event) => {
      // Otherwise some browsers show their own bar before there is a reason to install anything.
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    };
    window.addEventListener('beforeinstallprompt', hear, { signal });
    window.addEventListener('appinstalled', () => this.answer(), { signal });
    return () => listening.abort();
  }

  /** Shows the browser's install prompt. Whatever the answer is, Tokentab doesn't offer it again. */
  async ask(): Promise<void> {
    await this.#prompt?.prompt();
    this.answer();
  }

  /** Stores that the offer was answered, so that this browser never shows it again. */
  answer(): void {
    this.#isAnswered = true;
    browserPreferences.set(key, 'yes');
  }
}

export const installation = new Installation();

/** An installed web app in Safari has separate storage, without the data that was imported before. */
export function startsEmptyWhenInstalled(): boolean {
  return navigator.vendor.startsWith('Apple') && !matchMedia('(display-mode: standalone)').matches;
}
