export const pins = {
  title: 'Pinned',
  none: 'Pin a project to keep it here.',
  pin: (name: string) => `Pin ${name}`,
  pinShort: 'Pin',
  unpin: 'Unpin',
  menu: (name: string) => `Move or unpin ${name}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveToTop: 'Move to top',
  moveToBottom: 'Move to bottom',
  moved: (name: string, position: string, count: string) =>
    `${name} moved to position ${position} of ${count}`,
  pinnedAnnouncement: (name: string, position: string) => `${name} pinned at position ${position}`,
  unpinnedToast: (name: string) => `Unpinned ${name}.`,
  failed: 'The order could not be saved. It is as it was before.',
  pinFailed: 'The pin could not be saved. It is as it was before.',
};
