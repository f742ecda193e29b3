import type { Version } from '../../protocol/messages';

const byNumbersInText = new Intl.Collator('en', { numeric: true });

/** Negative when `a` is the older build, positive when it is the newer one, 0 when both can work together. */
export function compareVersions(a: Version, b: Version): number {
  return a.schema - b.schema || byNumbersInText.compare(a.app, b.app);
}
