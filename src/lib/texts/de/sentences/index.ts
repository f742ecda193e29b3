import { ofDatabase } from './database';
import { ofIngest } from './ingest';
import { ofSources } from './sources';

/** In a template, `{}` stands for something that is named as it is, `{said}` for words that stand in these lists as well. */
const templates = [...ofSources, ...ofIngest, ...ofDatabase];
const exact = new Map(templates);
const gap = /(\{(?:said)?\})/;

/**
 * A sentence of the workers, which know no language, in German; undefined where it is not known. The database and reports
 * keep the English one, so that a list of problems reads right in whatever language it is looked at later.
 */
export function sentence(english: string): string | undefined {
  const known = exact.get(english);
  if (known !== undefined) return known;
  for (const [template, german] of templates) {
    const named = matched(template, english);
    if (named !== undefined) return filled(german, named);
  }
  return undefined;
}

/** What stands in the gaps of a template; undefined where the sentence is another one. */
function matched(template: string, english: string): string[] | undefined {
  // Texts and gaps in turn.
  const parts = template.split(gap);
  if (parts.length === 1 || !english.startsWith(parts[0] ?? '')) return undefined;
  const pattern = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : '(.*)')).join('');
  const named = new RegExp(`^${pattern}$`, 's').exec(english)?.slice(1);
  return named?.map((words, index) =>
    parts[index * 2 + 1] === '{said}' ? (sentence(words) ?? words) : words,
  );
}

function filled(german: string, named: readonly string[]): string {
  return german.split('{}').reduce((before, after, index) => `${before}${named[index - 1] ?? ''}${after}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
