/** A person's devices, which stay in sync through a folder. */
export const devices = {
  title: 'Your devices',
  text: 'Tokentab can keep your devices in sync, through a folder that Syncthing, Dropbox, iCloud Drive, OneDrive or a NAS copies between them, or through a server behind this site. Everything is encrypted before it leaves this device.',
  noFolder:
    'This browser can’t give a website lasting access to a folder. Use the server of this site if it has one, or Chrome or Edge, or add changes from a file under “Other devices”.',
  choose: 'Choose a folder…',
  chooseServer: 'Use this site’s server',
  noServer: 'This site has no server for devices. Whoever runs the site can add one.',
  serverName: 'The server of this site',
  failed: 'The devices could not be kept in sync.',

  chosen: (name: string) => `Folder: ${name}`,
  deviceName: 'Name of this device',
  deviceNameMissing: 'Give this device a name, for example Laptop, so that you recognize it in the list.',
  firstTitle: 'Is this your first device?',
  firstText: 'Start here, then add the others with the key that you get.',
  start: 'Start on this device',
  joinTitle: 'Do other devices take part already?',
  joinText:
    'Enter the key that they show in Settings → Your devices. Nothing here is lost: the data is combined.',
  found: 'Other devices take part already',
  key: 'Key',
  lostTitle: 'Is the key lost?',
  lostText:
    'Any device that still takes part shows it. If none is left, start again here with a new key: what a device has stays on it.',
  startAgain: 'Start again with a new key',
  join: 'Join',
  joining: 'Joining…',
  cancel: 'Cancel',

  levels: {
    working: 'Comparing…',
    inStep: (when: string) => `In sync. Last compared ${when}.`,
    alone: 'No other device takes part yet. Add one with the key.',
    allLeft: 'No other device takes part any more. Add one with the key.',
    behind: 'Some files of another device haven’t arrived yet, or aren’t complete.',
    newer:
      'Another device has a newer Tokentab. Reload this page and accept the new version; after that, your devices will be in sync again.',
    paused: (name: string) => `The browser needs your permission again before Tokentab can open “${name}”.`,
    gone: (name: string) =>
      `The folder “${name}” is gone: moved, deleted, or its drive is not connected. Nothing here is lost. Put it back, or leave and choose another.`,
    full: 'There is no space left for shared files. Nothing here is lost; Tokentab tries again every minute.',
    unreachable: 'The server doesn’t answer. Nothing here is lost; Tokentab tries again every minute.',
    refused:
      'The server doesn’t know this device yet. Give whoever runs the server this line. It isn’t a secret.',
    taking: (file: number, of: number) =>
      `Adding file ${file} of ${of}. You can close Tokentab; it continues here next time.`,
    stopped: 'Paused. What has arrived is here; the rest follows when you continue.',
    waiting: 'Not compared yet.',
  },
  allow: 'Allow access',
  pause: 'Pause',
  resume: 'Continue',
  compare: 'Compare now',
  list: 'Devices',
  device: 'Device',
  heardOf: 'Last seen',
  state: 'State',
  here: 'This device',
  unknown: 'Not readable yet',
  states: { 'in-step': 'In sync', behind: 'Behind', newer: 'Newer version', left: 'Left' },

  showKey: 'Show the key',
  hideKey: 'Hide the key',
  keyText:
    'Enter this key on your other devices. Keep a copy in your password manager: whoever has it can read what your devices share. If all your devices are lost, nobody can read it without the key.',
  copyKey: 'Copy the key',
  copyAccess: 'Copy the line',
  scan: 'Or scan this with the other device’s camera. It opens this site with the key filled in.',
  scanLabel: 'QR code with the key',
  loopback:
    'This address works on this computer only. Open Tokentab under an address that your other devices can reach.',
  leave: 'Leave…',
  leaveText:
    'This device stops taking part and forgets the key. Its data stays here, and whatever it shared stays on the other devices.',
  leaveNow: 'Leave',
  left: 'This device no longer takes part.',
  leftUnheard: 'This device no longer takes part. The others could not be told.',
};
