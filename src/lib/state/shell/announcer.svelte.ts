/** What a screen reader is told when something moved without the focus moving. */
class Announcer {
  text = $state('');

  /** Saying the same twice needs a change of the text, or nothing is read: a trailing no-break space does it. */
  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text;
  }
}

export const announcer = new Announcer();
