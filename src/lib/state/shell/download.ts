/**
 * Downloads a blob as a file. The object URL is revoked later, because some browsers read it only after the click has
 * returned.
 */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
