import { Parser } from 'htmlparser2';

/** Elements whose text isn't displayed. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);
const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The text of a web page, with block elements on separate lines, and without scripts and styles. */
export function readHtml(html: string): string {
  const text: string[] = [];
  let hiddenDepth = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (hidden.has(name)) hiddenDepth++;
      if (blocks.has(name)) text.push('\n');
    },
    ontext(piece) {
      if (hiddenDepth === 0) text.push(piece);
    },
    onclosetag(name) {
      if (hidden.has(name)) hiddenDepth--;
      if (blocks.has(name)) text.push('\n');
    },
  });
  parser.end(html);
  return text
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n');
}
