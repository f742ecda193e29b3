import { counted } from '../counted';

export const shared = {
  title: (count: number) => `${counted(count, 'file was', 'files were')} shared with Tokentab`,
  hint: 'They stay here until you decide, also offline. Any page could have sent them, so nothing is imported unasked.',
  import: 'Import them',
  discard: 'Discard',
  unreadable: 'Shared files could not be looked up.',
  notDropped: 'The shared files could not be removed. They are offered again.',
  refusals: {
    nothing: 'Nothing was in what you shared. Tokentab takes files: logs and exports.',
    'too-much':
      'That is more than Tokentab can keep for you. Drop the files here instead: then they are read where they lie.',
    'not-kept': 'What you shared could not be kept. Nothing was imported; drop the files here instead.',
  },
};
