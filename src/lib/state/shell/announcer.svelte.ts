/** Tells a screen reader about something that moved while the focus stayed where it was. */
class Announcer {
  text = $state('');

  /** Screen readers announce only a changed text, so a repeated one gets a trailing no-break space. */
  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text;
  }
}

export const announcer = new Announcer();
