/**
 * What a worker sees once the site's data was cleared: its handles go on working, and no name resolves any more.
 * Not the real thing, because in a private profile, where these tests run, clearing breaks the open handles as well.
 */
let isCleared = false;
const channel = new BroadcastChannel('clear-site-data');
channel.onmessage = () => {
  isCleared = true;
  channel.postMessage('cleared');
};

// eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own object below
const getDirectoryHandle = FileSystemDirectoryHandle.prototype.getDirectoryHandle;
FileSystemDirectoryHandle.prototype.getDirectoryHandle = function (this: FileSystemDirectoryHandle, ...args) {
  if (isCleared) return Promise.reject(new DOMException('Gone.', 'NotFoundError'));
  return getDirectoryHandle.apply(this, args);
};
