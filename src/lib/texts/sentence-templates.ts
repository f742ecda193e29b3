/** A sentence of the workers, and the same in another language. */
export type SentenceTemplates = readonly (readonly [english: string, own: string])[];

const gap = /(\{(?:said)?\})/;

/**
 * Makes what says a sentence of the workers, which know no language, in the language of the templates; undefined where
 * it is not known. The database and reports keep the English one, so that a list of problems reads right in whatever
 * language it is looked at later. In a template, `{}` stands for something that is named as it is, `{said}` for words
 * that stand in the templates as well.
 */
export function sentencesOf(templates: SentenceTemplates): (english: string) => string | undefined {
  const exact = new Map(templates);

  function sentence(english: string): string | undefined {
    const known = exact.get(english);
    if (known !== undefined) return known;
    for (const [template, own] of templates) {
      const named = matched(template, english);
      if (named !== undefined)
        return filled(
          own,
          named.map(({ words, isSaid }) => (isSaid ? (sentence(words) ?? words) : words)),
        );
    }
    return undefined;
  }

  return sentence;
}

/** What stands in the gaps of a template; undefined where the sentence is another one. */
function matched(template: string, english: string): { words: string; isSaid: boolean }[] | undefined {
  // Texts and gaps in turn.
  const parts = template.split(gap);
  if (parts.length === 1 || !english.startsWith(parts[0] ?? '')) return undefined;
  const pattern = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : '(.*)')).join('');
  const named = new RegExp(`^${pattern}$`, 's').exec(english)?.slice(1);
  return named?.map((words, index) => ({ words, isSaid: parts[index * 2 + 1] === '{said}' }));
}

function filled(own: string, named: readonly string[]): string {
  return own.split('{}').reduce((before, after, index) => `${before}${named[index - 1] ?? ''}${after}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
