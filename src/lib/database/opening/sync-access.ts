/** Exists only in workers, but the types here are those of pages. */
export interface SyncAccessHandle {
  getSize(): number;
  /** Both return the number of bytes. */
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** @throws a `NoModificationAllowedError` if something else holds the file */
export function openSync(file: FileSystemFileHandle): Promise<SyncAccessHandle> {
  const withHandle = file as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };
  return withHandle.createSyncAccessHandle();
}
