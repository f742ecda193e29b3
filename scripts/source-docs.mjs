/**
 * What is written about the sources comes from their registry: the page `docs/sources.md`, the table in the README, and
 * the list that the app shows, which is kept apart so that pages need not load the readers themselves.
 * @typedef {{ id: string; name: string; certainty: 'real files' | 'documentation'; places: readonly string[] }} Source
 */

const howSure = { 'real files': 'real files seen', documentation: 'documentation only' };
const generated = 'made from the registry by `npm run docs:sources`: do not edit';

/** @param {readonly Source[]} sources */
export function sourceListModule(sources) {
  const list = sources.map(({ id, name, certainty, places }) => ({
    id,
    name,
    certainty,
    places: [...places],
  }));
  return `// ${generated}.
import type { Source } from './source';

type KnownSource = Pick<Source, 'id' | 'name' | 'certainty' | 'places'>;

/** What people are told about each source, without its reader. */
export const sourceList: readonly KnownSource[] = ${JSON.stringify(list)};
`;
}

/** @param {readonly Source[]} sources */
export function sourceTable(sources) {
  const rows = sources.map(
    ({ name, certainty, places }) =>
      `| ${name} | ${places.map(placeText).join(', ') || 'wherever it lies'} | ${howSure[certainty]} |`,
  );
  return ['| source | where its files are | how sure |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @param {readonly Source[]} sources */
export function sourcePage(sources) {
  return `# Sources

<!-- ${generated} -->

What a file is, is seen by its content, never by its name alone; a folder may hold several kinds at once, also packed: in \`.zip\`, \`.tar\`, \`.gz\` and \`.zst\`.
“Real files seen” means that somebody's real logs or exports were read and their totals compared; “documentation only” that the format is known from
vendors' pages, tools' sources or somebody's test data: what such a file says otherwise is named as a problem, not guessed.

${sourceTable(sources)}

${sources.map(sourceSection).join('\n\n')}

## Any other table

A CSV, JSON or JSONL that none of these knows can be described in the app (Import → Describe tables): which column is the date, which ones count
what, how dates and numbers are written. From then on every file like it is read by itself, under the name that it was given.

- Id: \`mapped-table:<id of the description>\`, one source for each description
- Recognised by: a CSV by exactly its column names, in any order; JSON records by the columns of the date and of a count. Asked after all sources above.
- How sure: the user is; a check shows what each of the first rows is read as, or why it is not.
- Reader: \`src/lib/sources/mapped-table.ts\`; example: \`tests/fixtures/mapped-table\`; why it is so: [decision 10](decisions/0010-any-other-table.md)

How to add a source: [add-a-source.md](add-a-source.md).
`;
}

/**
 * The text with what stands between the two marks exchanged.
 * @param {string} text
 * @param {readonly Source[]} sources
 */
export function withSourceTable(text, sources) {
  const [start, end] = ['<!-- sources -->', '<!-- /sources -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The README has lost the marks ${start} … ${end}.`);
  return `${text.slice(0, from + start.length)}\n\n${sourceTable(sources)}\n\n${text.slice(to)}`;
}

/** @param {Source} source */
function sourceSection({ id, name, certainty, places }) {
  const where = places.length === 0 ? 'Anywhere.' : `${places.map(placeText).join(', ')}.`;
  return `## ${name}

- Id: \`${id}\` (stored with every event, and what \`importFiles(files, {source})\` takes)
- Where: ${where}
- How sure: ${howSure[certainty]}
- Reader: \`src/lib/sources/${id}.ts\`, with its rules in the comments; example: \`tests/fixtures/${id}\``;
}

/** @param {string} place */
function placeText(place) {
  return place.startsWith('~') ? `\`${place}\`` : place;
}
