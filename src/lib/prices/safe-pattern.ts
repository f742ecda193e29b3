/** Longer names match no pattern. */
export const longestName = 300;

/**
 * Whether a pattern from a file compiles and can't take long on a name: no nested repetition, and few unlimited ones.
 */
export function isSafePattern(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)[*+{]/.test(plain)) return false;
  if ((plain.match(/[*+]|\{\d*,\d*\}/g) ?? []).length > 2) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
