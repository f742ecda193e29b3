import type { Sender } from './caller';

/**
 * Whether anything answers at an origin, even if this page may not read it. Together with a failed request this tells
 * a program that doesn't allow this page from one that isn't running: browsers report both the same way.
 */
export async function isAnythingAt(caller: Sender, origin: string, signal?: AbortSignal): Promise<boolean> {
  const request = { url: origin, method: 'GET', headers: {}, body: null } as const;
  const { how } = await caller.send(request, { isKnock: true, ...(signal && { signal }) });
  return how === 'done';
}
