/** Longer names match no pattern. */
export const longestName = 300;

/** Backtracking over the longest name then takes at most about 2²² steps, some hundredths of a second. */
const mostChoices = 22;
/** One unlimited repetition can end at any of the 300 letters of a name: 2⁸ choices. */
const choicesOfRepetition = 8;

/**
 * Whether a pattern from a file compiles and can't take long on a name: no repeated group, and few places where matching
 * can continue in more than one way. Counts such places as powers of two.
 */
export function isSafePattern(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)[*+{]/.test(plain)) return false;
  const repetitions = plain.match(/[*+]|\{\d*,\d*\}/g) ?? [];
  const options = plain.match(/\||(?<![(*+?}])\?/g) ?? [];
  if (repetitions.length * choicesOfRepetition + options.length > mostChoices) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
