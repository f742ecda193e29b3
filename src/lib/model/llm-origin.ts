/**
 * The origin of an address that may be called, as the content security policy states it: this machine with a port, or
 * a host over https. Undefined for anything else, and for what a policy can't express.
 * @param address as typed, with or without a path
 */
export function callableOrigin(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.username !== '' || url.password !== '') return undefined;
  // A policy can't name an IPv6 host: browsers ignore it.
  if (!/^[a-z0-9.-]+$/.test(url.hostname)) return undefined;
  if (url.protocol === 'https:') return url.origin;
  const isThisMachine = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url.protocol === 'http:' && isThisMachine && url.port !== '' ? url.origin : undefined;
}
