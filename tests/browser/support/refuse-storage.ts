/** Simulates Firefox in a private window. */
StorageManager.prototype.getDirectory = () =>
  Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
