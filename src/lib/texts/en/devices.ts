/** A person's devices, which stay in sync through a folder. */
export const devices = {
  title: 'Your devices',
  text: 'Tokentab can keep your devices in sync through a folder that Syncthing, Dropbox, iCloud Drive, OneDrive or a NAS copies between them. Everything in it is encrypted, and Tokentab itself sends nothing.',
  unsupported:
    'This browser can’t give a website lasting access to a folder. Use Chrome or Edge on this device, or add changes from a file under “Other devices”.',
  choose: 'Choose a folder…',
  failed: 'The devices could not be kept in sync.',

  chosen: (name: string) => `Folder: ${name}`,
  deviceName: 'Name of this device',
  firstTitle: 'Is this your first device?',
  firstText: 'Start here, then add the others with the key that you get.',
  start: 'Start on this device',
  joinTitle: 'Do other devices use this folder already?',
  joinText:
    'Enter the key that they show in Settings → Your devices. Nothing here is lost: the data is combined.',
  found: 'Other devices use this folder already',
  key: 'Key',
  join: 'Join',
  joining: 'Joining…',
  cancel: 'Cancel',

  levels: {
    working: 'Comparing with the folder…',
    inStep: (when: string) => `In sync. Last compared ${when}.`,
    alone: 'No other device uses this folder yet. Add one with the key.',
    behind: 'Some files of another device haven’t arrived yet, or aren’t complete.',
    newer:
      'Another device has a newer Tokentab. Reload this page to update, then they will be in sync again.',
    paused: (name: string) => `The browser needs your permission again before Tokentab can open “${name}”.`,
    gone: (name: string) =>
      `The folder “${name}” is gone: moved, deleted, or its drive is not connected. Nothing here is lost. Put it back, or leave and choose another.`,
    full: 'There is no space left for the folder. Nothing here is lost; Tokentab tries again every minute.',
    waiting: 'Not compared yet.',
  },
  allow: 'Allow access',
  compare: 'Compare now',
  list: 'Devices',
  device: 'Device',
  heardOf: 'Last seen',
  state: 'State',
  here: 'this device',
  unknown: 'Not readable yet',
  states: { 'in-step': 'In sync', behind: 'Behind', newer: 'Newer version', left: 'Left' },

  showKey: 'Show the key',
  hideKey: 'Hide the key',
  keyText:
    'Enter this key on your other devices. Keep a copy in your password manager: whoever has it can read the folder. If all your devices are lost, nobody can open the folder without it.',
  copyKey: 'Copy the key',
  leave: 'Leave…',
  leaveText:
    'This device stops using the folder and forgets the key. Its data stays here, and whatever it shared stays on the other devices.',
  leaveNow: 'Leave the folder',
  left: 'This device has left the folder.',
};
