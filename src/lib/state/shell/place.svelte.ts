import { flushSync } from 'svelte';

/** Where the user was on a page, so that they can return to it. */
export interface Place {
  /** The scroll position, in pixels from the top. */
  top: number;
  /** The height of the page, in pixels. */
  height: number;
}

/**
 * Restores the scroll position after back, forward and reload. Pages are drawn in several tasks, after the database
 * has answered, and a browser can't scroll beyond the end of a page. So a page that is returned to gets its former
 * height from the start.
 */
class PlaceKeeper {
  /** The minimum height of the page; undefined unless it is being restored. */
  height = $state<number>();

  capture(): Place {
    return { top: window.scrollY, height: document.getElementById('content')?.offsetHeight ?? 0 };
  }

  restore({ top, height }: Place): void {
    flushSync(() => (this.height = height));
    window.scrollTo({ top, behavior: 'instant' });
  }

  /** Call when another page opens, since that may be shorter. */
  forget(): void {
    this.height = undefined;
  }
}

export const place = new PlaceKeeper();
