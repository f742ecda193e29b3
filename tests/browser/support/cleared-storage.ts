/**
 * Simulates what a worker sees after the site's data was cleared: open handles keep working, and no name resolves any
 * more. Really clearing it isn't possible here: in the private profile that these tests use, it breaks open handles
 * as well.
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
