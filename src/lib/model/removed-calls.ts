/**
 * Sources whose logs replace calls with their sum, when the user reverts messages or the tool compacts a session. Such
 * a record is a `session-total`. Its `precedence` is the time (UTC milliseconds) after which the calls were made; its
 * own time is the latest at which they were.
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
