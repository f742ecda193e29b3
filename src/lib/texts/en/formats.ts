export const formats = {
  title: (count: string) => `All ${count} recognized file formats`,
  hint: 'Files are recognized by their content, whatever their name.',
  where: 'Location',
  anywhere: 'Any location',
  certainty: 'Verified against',
  certainties: {
    'real files': 'Real files',
    'tool source': 'The tool’s source code',
    documentation: 'Documentation only',
    'other trackers': 'Other trackers’ source code only',
  },
  notRecorded: 'What its files can’t tell',
  limits: {
    'session-totals': 'single calls: only totals of sessions',
    inexact: 'exact counts: the tool rounds or estimates them',
    'cost-only': 'tokens: only costs',
    'no-cache-split': 'how many tokens were cached',
    'no-project': 'the project',
    'no-call-time': 'the time of a call',
    'no-model': 'the model',
  },
};
