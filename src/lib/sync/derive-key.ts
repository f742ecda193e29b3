/**
 * Derives 32 bytes from an age identity by HKDF, one set for each purpose, so that one key is enough and none of them
 * tells anything about the others.
 * @param identity 'AGE-SECRET-KEY-1…'
 */
export async function deriveKey(identity: string, purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(identity), 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
