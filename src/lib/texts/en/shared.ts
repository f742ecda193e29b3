import { counted } from '../counted';

export const shared = {
  title: (count: number) => `${counted(count, 'file was', 'files were')} shared with Tokentab`,
  hint: 'They are kept here until you decide, even offline. Any website could have sent them, so nothing is imported without asking you.',
  import: 'Import them',
  discard: 'Discard',
  unreadable: 'Tokentab could not check for shared files.',
  notDropped: 'The shared files could not be removed. You will be asked about them again.',
  refusals: {
    nothing: 'What you shared contained no files. Share log files or exports.',
    'too-much':
      'That is too much to share at once. Drop the files here instead: they are then read in place.',
    'not-kept': 'The shared files could not be saved. Nothing was imported. Drop the files here instead.',
  },
};
