/** Exists only in workers, but the types here are those of pages. */
const prototype = FileSystemFileHandle.prototype as FileSystemFileHandle & {
  createSyncAccessHandle: (this: FileSystemFileHandle) => Promise<unknown>;
};

/** Safari sometimes refuses one handle while a pool starts. Here it is the fourth, once. */
const { createSyncAccessHandle } = prototype;
let calls = 0;
prototype.createSyncAccessHandle = function () {
  calls += 1;
  if (calls === 4) return Promise.reject(new DOMException('Refused once.', 'InvalidStateError'));
  return createSyncAccessHandle.call(this);
};
