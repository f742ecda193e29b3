/**
 * Sources whose logs replace calls by their sum, when a user takes messages back or the tool compacts a session. Such a
 * record is a `session-total` whose `precedence` is the time (UTC milliseconds) after which the calls were made; they were
 * made no later than the record.
 */
const sources: ReadonlySet<string> = new Set([
  'cline',
  'roo-code',
  'kilo-code',
  'zoo-code',
  'ibm-bob',
  'cline-cli',
]);

export const isRemovedCallsSource = (source: string): boolean => sources.has(source);
