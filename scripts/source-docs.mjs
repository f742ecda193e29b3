import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Generates `docs/sources.md` and the list in the README from the registry of sources.
 * @typedef {import('../src/lib/sources/source').Source} Source
 * @typedef {import('../src/lib/sources/places').Places} Places
 */

const verifiedAgainst = {
  'real files': 'real files',
  'tool source': 'the tool’s source code',
  documentation: 'documentation',
  'other trackers': 'other trackers’ readers',
};
const systemNames = { macos: 'macOS', windows: 'Windows', linux: 'Linux' };
/** @type {Record<NonNullable<Source['limits']>[number], string>} */
const limitTexts = {
  'session-totals': 'only session totals are recorded',
  inexact: 'counts are rounded or estimated by the tool',
  'cost-only': 'costs are recorded, but no tokens',
  'no-cache-split': 'cached tokens aren’t separated',
  'no-project': 'no project is recorded',
  'no-call-time': 'the times of single calls aren’t recorded',
  'no-model': 'no model is recorded',
};
/** The tags of the comment at the top of a reader. The last two may be missing. */
const noteTexts = {
  learnedFrom: 'Learned from',
  identifiedBy: 'A call is identified by',
  counts: 'Counts',
  unconfirmed: 'Unconfirmed',
  differs: 'Where other trackers differ',
};
const generated = 'generated from the registry by `npm run docs:sources`: do not edit';

/** @param {readonly Source[]} sources */
function sourceTable(sources) {
  const rows = sources.map(
    ({ name, certainty, places }) =>
      `| ${name} | ${placesText(places) || 'anywhere'} | ${verifiedAgainst[certainty]} |`,
  );
  return ['| source | location of its files | verified against |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @param {readonly Source[]} sources */
export function sourcePage(sources) {
  return `# Sources

<!-- ${generated} -->

Tokentab recognizes a file by its content, never by its name alone. A folder can contain several kinds of files, also packed in \`.zip\`,
\`.tar\`, \`.gz\` and \`.zst\`.

“Verified against real files” means that somebody's real logs or exports were read and their totals compared. “Documentation” means that the
format is known from vendors' pages, tools' sources or somebody's test data. If a file differs, Tokentab reports a problem and doesn't guess.

${sourceTable(sources)}

${sources.map(sourceSection).join('\n\n')}

## Any other table

For a CSV, JSON or JSONL file that no source recognizes, map the columns in the app (Import → Map columns): which one is the date, which ones
count what, and how dates and numbers are written. From then on, every file like it is imported automatically, under the format's name.

- Id: \`mapped-table:<id of the mapping>\`, one source per mapping
- Recognized by: a CSV by exactly its column names, in any order; JSON records by the columns of the date and of a count. Tried after all sources above.
- Verified against: the file itself; a preview shows what is read from each of the first rows, or why it can't be read.
- Reader: \`src/lib/sources/mapped-table/read.ts\`; example: \`tests/fixtures/mapped-table\`; reasons: [decision 10](decisions/0010-any-other-table.md)

How to add a source: [add-a-source.md](add-a-source.md).
`;
}

/**
 * The names of all sources, grouped by what they were verified against: short enough for the README.
 * @param {readonly Source[]} sources
 */
function sourceNames(sources) {
  const lines = Object.entries(verifiedAgainst).flatMap(([certainty, text]) => {
    const names = sources.filter((source) => source.certainty === certainty).map(({ name }) => name);
    return names.length === 0 ? [] : [`- **Verified against ${text}**: ${names.join(', ')}`];
  });
  return lines.join('\n');
}

/**
 * Replaces the list of sources between the two markers.
 * @param {string} text
 * @param {readonly Source[]} sources
 */
export function withSourceNames(text, sources) {
  const [start, end] = ['<!-- sources -->', '<!-- /sources -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The README lacks the markers ${start} … ${end}.`);
  return `${text.slice(0, from + start.length)}\n\n${sourceNames(sources)}\n\n${text.slice(to)}`;
}

/** @param {Source} source */
function sourceSection({ id, name, certainty, places, siblings = [], limits = [], tables }) {
  const note = noteOf(id);
  const facts = [
    `Id: \`${id}\` (stored with every event; \`importFiles(files, {source})\` accepts it)`,
    `Where: ${placesText(places) || 'anywhere'}`,
    ...siblings.map((sibling) => `Also ${sibling.name}: ${placesText(sibling.places)}`),
    `Verified against: ${verifiedAgainst[certainty]}`,
    ...(limits.length > 0 ? [`Limits: ${limits.map((limit) => limitTexts[limit]).join('; ')}`] : []),
    ...(tables ? [`Database: recognized by ${[tables].flat().map(tablesText).join(', or by ')}`] : []),
    ...Object.entries(noteTexts).flatMap(([tag, text]) =>
      note[tag] === undefined ? [] : `${text}: ${note[tag]}`,
    ),
    `Reader: \`src/lib/sources/${id}/read.ts\`, with the rules in its comments; example: \`tests/fixtures/${id}\``,
  ];
  return `## ${name}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

/**
 * What the comment at the top of a source's reader says, by tag. It stands there and not in the description, because
 * the app would load it.
 * @param {string} id
 * @returns {Partial<Record<string, string>>}
 */
function noteOf(id) {
  const file = `src/lib/sources/${id}/read.ts`;
  const comment = /^\/\*\*\n([^]*?)\*\//.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '';
  const text = comment
    .split('\n')
    .map((line) => line.replace(/^ \*\s*/, ''))
    .join(' ');
  const note = Object.fromEntries(
    [...text.matchAll(/@(\w+) ([^@]+)/g)].map(([, tag = '', value = '']) => [tag, value.trim()]),
  );
  for (const tag of ['learnedFrom', 'identifiedBy', 'counts']) {
    if (!note[tag]) throw new Error(`The comment at the top of ${file} lacks @${tag}.`);
  }
  return note;
}

/** @param {import('../src/lib/sources/source').Tables} tables */
function tablesText(tables) {
  const names = Object.keys(tables);
  return `${names.length === 1 ? 'its table' : 'its tables'} ${names.map(code).join(', ')}`;
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

/**
 * A path as code, without the words after it.
 * @param {string} text
 */
function code(text) {
  return `\`${text.replace(/ in a project$/, '')}\`${/ in a project$/.exec(text)?.[0] ?? ''}`;
}
