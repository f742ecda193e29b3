import type { Keys } from '../../state/shell/shortcut-keys';

/** Something that the user can do from anywhere: an item of the palette, of the shortcut sheet, or of both. */
export interface Action {
  text: string;
  /** The heading under which the shortcut sheet lists it. */
  section: 'general' | 'go' | 'projects' | 'month';
  keys?: Keys;
  /** The part of the page that the shortcut is about handles its keys itself, so that they aren't handled twice. */
  isHandledElsewhere?: boolean;
  /** Only a shortcut: the palette has better items for it. */
  isKeyOnly?: boolean;
  /** In the palette, listed as a page instead of an action. */
  isPage?: boolean;
  /** @param key the last key pressed; '' when run from the palette */
  run?: (key: string) => unknown;
}
