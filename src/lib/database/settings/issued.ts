import type { Issued, IssuedSubject } from '../../model/issued';
import type { Month } from '../../model/months';
import type { Connection } from '../context';
import { readSetting, writeSetting } from './settings';

const keyOf = ({ kind, key }: IssuedSubject, month: Month) => `issued:${month}:${kind}:${key}`;

/** Null if the month was never printed or exported. */
export function getIssued(connection: Connection, subject: IssuedSubject, month: Month): Issued | null {
  return readSetting(connection, keyOf(subject, month)) as Issued | null;
}

/** Replaces the earlier record: a month is compared with its latest print or export. */
export function recordIssued(
  connection: Connection,
  subject: IssuedSubject,
  month: Month,
  issued: Issued,
): void {
  writeSetting(connection, keyOf(subject, month), issued, issued.issuedAt);
}
