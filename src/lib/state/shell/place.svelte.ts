import { flushSync } from 'svelte';

/** Where a person was on a page that they may come back to. */
export interface Place {
  /** Pixels from its top. */
  top: number;
  /** How high the page was, in pixels. */
  height: number;
}

/**
 * Back, forward and a reload lead to where one was. Pages are drawn in turns, once the database has answered, and a browser
 * scrolls no further than there is page: so the page that comes back is as high as it was from the start.
 */
class PlaceKeeper {
  /** Of the page, at least; undefined where nobody comes back. */
  height = $state<number>();

  capture(): Place {
    return { top: window.scrollY, height: document.getElementById('content')?.offsetHeight ?? 0 };
  }

  restore({ top, height }: Place): void {
    flushSync(() => (this.height = height));
    window.scrollTo({ top, behavior: 'instant' });
  }

  /** Another page may be shorter. */
  forget(): void {
    this.height = undefined;
  }
}

export const place = new PlaceKeeper();
