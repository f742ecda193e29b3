import type { Version } from '../../protocol/messages';

const byNumbersInText = new Intl.Collator('en', { numeric: true });

/** Negative where `a` is the older build, positive where it is the newer, 0 where both can work together. */
export function compareVersions(a: Version, b: Version): number {
  return a.schema - b.schema || byNumbersInText.compare(a.app, b.app);
}
