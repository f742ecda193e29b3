/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Values around a median, with a long tail to the right, like the sizes of real files and messages. */
export function skewed(random: () => number, middle: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return middle * Math.exp(spread * normal);
}

/** Text of about this many bytes, as it appears inside a JSON string: words, code, escaped quotes and newlines. */
export function proseFrom(random: () => number): (bytes: number) => string {
  const words =
    'the and of file test import const return function error value line usage total with from this that\\n \\"name\\": { } => path/to/file.ts 42 await'.split(
      ' ',
    );
  const paragraphs = Array.from({ length: 500 }, () =>
    Array.from({ length: 40 }, () => words[Math.floor(random() * words.length)]).join(' '),
  );
  return (bytes) => {
    let text = '';
    while (text.length < bytes) text += `${paragraphs[Math.floor(random() * paragraphs.length)] ?? ''}\\n`;
    return text;
  };
}

/** An id of 24 hexadecimal digits. */
export function idFrom(random: () => number): string {
  const part = (): string =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return part() + part() + part();
}
