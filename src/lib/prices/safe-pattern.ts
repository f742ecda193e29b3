/** Names longer than this match no pattern. */
export const longestName = 300;

/**
 * Whether a pattern out of a file compiles and cannot take long on a name: nothing that repeats is repeated again, and
 * little of it repeats without an end.
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
