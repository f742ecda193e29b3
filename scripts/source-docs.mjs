/**
 * Generates `docs/sources.md` and the table in the README from the registry of sources.
 * @typedef {import('../src/lib/sources/source').Source} Source
 * @typedef {import('../src/lib/sources/places').Places} Places
 */

const howSure = {
  'real files': 'real files seen',
  'tool source': 'the tool’s source code read',
  documentation: 'documentation only',
  'other trackers': 'other trackers’ readers only',
};
const systemNames = { macos: 'macOS', windows: 'Windows', linux: 'Linux' };
/** @type {Record<NonNullable<Source['limits']>[number], string>} */
const limitTexts = {
  'session-totals': 'only totals of a session are recorded',
  inexact: 'counts are rounded or estimated by the tool',
  'cost-only': 'costs are recorded, but no tokens',
  'no-cache-split': 'cached tokens are not told apart',
  'no-project': 'no project is recorded',
  'no-call-time': 'the time of a single call is not recorded',
  'no-model': 'no model is recorded',
};
const generated = 'made from the registry by `npm run docs:sources`: do not edit';

/** @param {readonly Source[]} sources */
export function sourceTable(sources) {
  const rows = sources.map(
    ({ name, certainty, places }) =>
      `| ${name} | ${placesText(places) || 'anywhere'} | ${howSure[certainty]} |`,
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
- Reader: \`src/lib/sources/mapped-table/read.ts\`; example: \`tests/fixtures/mapped-table\`; why it is so: [decision 10](decisions/0010-any-other-table.md)

How to add a source: [add-a-source.md](add-a-source.md).
`;
}

/**
 * Replaces the text between the two markers.
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
function sourceSection({ id, name, certainty, places, siblings = [], limits = [], tables }) {
  const facts = [
    `Id: \`${id}\` (stored with every event, and what \`importFiles(files, {source})\` takes)`,
    `Where: ${placesText(places) || 'anywhere'}`,
    ...siblings.map((sibling) => `Also ${sibling.name}: ${placesText(sibling.places)}`),
    `How sure: ${howSure[certainty]}`,
    ...(limits.length > 0 ? [`Limits: ${limits.map((limit) => limitTexts[limit]).join('; ')}`] : []),
    ...(tables ? [`Database: recognized by its tables ${Object.keys(tables).map(code).join(', ')}`] : []),
    `Reader: \`src/lib/sources/${id}/read.ts\`, with its rules in the comments; example: \`tests/fixtures/${id}\``,
  ];
  return `## ${name}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

/** @param {Places} places */
function placesText(places) {
  const systems = /** @type {const} */ (['macos', 'windows', 'linux']);
  return [
    ...(places.all ?? []).map(code),
    ...systems.flatMap((system) =>
      (places[system] ?? []).map((path) => `${systemNames[system]} ${code(path)}`),
    ),
    ...(places.export ?? []),
  ].join(', ');
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}
