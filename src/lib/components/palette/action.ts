import type { Keys } from '../../state/shell/shortcut-keys';

/** Something that a person can do from anywhere: a line of the palette, of the shortcut sheet, or of both. */
export interface Action {
  text: string;
  /** Under which heading the shortcut sheet shows it. */
  section: 'general' | 'go' | 'projects' | 'month';
  keys?: Keys;
  /** Its keys are heard by the part of the page that they are about, so that they are not answered twice. */
  isHeardElsewhere?: boolean;
  /** A shortcut only: the palette has better lines for it. */
  isKeyOnly?: boolean;
  /** A page rather than an action, in the palette. */
  isPage?: boolean;
  /** @param key the last one pressed; '' from the palette */
  run?: (key: string) => unknown;
}
