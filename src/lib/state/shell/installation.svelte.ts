import { browserNotes } from '../../client/notes';

const key = 'tokentab:install-answered';

/** What Chromium hands over instead of asking by itself. No standard, hence not among the types of the platform. */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Whether Tokentab can be installed here, and the one time that it offers to. */
class Installation {
  #prompt = $state.raw<InstallPrompt>();
  #isAnswered = $state(browserNotes.get(key) !== null);

  /** The browser would install it, and the user was not asked before. */
  get isOffered(): boolean {
    return this.#prompt !== undefined && !this.#isAnswered;
  }

  /** From now on hears what the browser says. Gives what ends that. */
  listen(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const hear = (event: Event) => {
      // Else some browsers show a bar of their own, before there is a reason to install anything.
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    };
    window.addEventListener('beforeinstallprompt', hear, { signal });
    window.addEventListener('appinstalled', () => this.answer(), { signal });
    return () => listening.abort();
  }

  /** Lets the browser ask. Whatever the answer is, it is the last time. */
  async ask(): Promise<void> {
    await this.#prompt?.prompt();
    this.answer();
  }

  /** Never offers it again in this browser. */
  answer(): void {
    this.#isAnswered = true;
    browserNotes.set(key, 'yes');
  }
}

export const installation = new Installation();

/** Safari's installed app has a store of its own: what was imported before is not in it. */
export function startsEmptyWhenInstalled(): boolean {
  return navigator.vendor.startsWith('Apple') && !matchMedia('(display-mode: standalone)').matches;
}
