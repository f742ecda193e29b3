import type { LlmAddress } from '../../model/extraction';
import { adapterOf, modelsIn } from '../extraction/adapters';
import { diagnose, type Diagnosis, type Probe } from '../extraction/diagnosis';
import type { Sender } from './caller';
import { isAnythingAt } from './knock';

/** Enough for the list of models of any provider, in characters. */
const mostText = 4_000_000;

/** Requests an address's models, which sends no part of any document. If that fails, finds out why. */
export async function probe(
  caller: Sender,
  address: Pick<LlmAddress, 'kind' | 'origin' | 'path'>,
  key: string,
  signal?: AbortSignal,
): Promise<Diagnosis> {
  const { origin } = address;
  let body = '';
  const { status } = await caller.send(adapterOf(address).listModels(address, key), {
    ...(signal && { signal }),
    onPiece: (text) => {
      if (body.length < mostText) body += text;
    },
  });
  const isThere = status !== null || (await isAnythingAt(caller, origin, signal));
  const permission = await permissionFor(origin);
  return diagnose({ status, models: modelsIn(body), isThere, permission, origin });
}

/** Whether the browser lets this page connect to programs on this machine. Only some browsers ask. */
async function permissionFor(origin: string): Promise<Probe['permission']> {
  if (!origin.startsWith('http:')) return 'unknown';
  try {
    // TypeScript doesn't know the name yet; browsers that don't know it reject.
    const { state } = await navigator.permissions.query({ name: 'loopback-network' as PermissionName });
    return state;
  } catch {
    return 'unknown';
  }
}
