import { parseJson } from './wire';

/**
 * Parses an event stream (`text/event-stream`) that arrives in pieces of any length, and passes on the JSON of each
 * event. Ignores the final `[DONE]`, which isn't JSON, and everything that isn't data.
 * @returns a function that accepts the next piece
 */
export function eventReader(onEvent: (event: unknown) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = line.startsWith('data:') ? parseJson(line.slice('data:'.length)) : undefined;
      if (event !== undefined) onEvent(event);
    }
  };
}
