export const planWindows = {
  title: 'Plan windows',
  rule: 'Computed from the stored events. A window begins at the start of the hour (UTC) of its first event and lasts 5 hours. The pace is measured from that event. Limits that a tool writes to its log are not used.',
  window: 'Current window',
  noWindow: 'None. The next one begins with the next event.',
  soFar: 'So far',
  pace: 'Pace per hour',
  paceLater: 'Known 10 minutes after the first event',
  resets: 'Resets',
  resetsIn: (hours: number, minutes: number) =>
    hours === 0 ? `in ${minutes} min` : `in ${hours} h ${minutes} min`,
  week: 'Last 7 days',
  tokens: (tokens: string) => `${tokens} tokens`,
};
