import { sentenceFor, type Sentences, type StoredProblem } from '../../model/problem';
import { t } from '../../texts/texts';

/** English keeps the sentences about problems out of the first page's code; other languages come with all their texts. */
let english = $state.raw<Sentences>();

/** Never rejects: if the sentences can't be loaded, codes are shown. */
export async function loadSentences(): Promise<void> {
  if (ownSentences() !== undefined) return;
  try {
    const { problems } = await import('../../texts/en/problems');
    english = problems;
  } catch {
    english = {} as Sentences;
  }
}

/** The sentence about a problem, in the user's language. Reactive: empty until the sentences are loaded. */
export function sentenceOf(problem: StoredProblem): string {
  const sentences = ownSentences();
  if (sentences !== undefined) return sentenceFor(problem, sentences);
  void loadSentences();
  return '';
}

function ownSentences(): Sentences | undefined {
  return 'problems' in t ? (t.problems as Sentences) : english;
}
