import { parseJson } from './wire';

/**
 * Takes the pieces of an event stream (`text/event-stream`) in whatever lengths they come, and gives the JSON of each event. The
 * `[DONE]` at its end is not JSON and is left out, as is everything that is not data.
 * @returns a function for the next piece
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
