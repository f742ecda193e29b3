import { asset } from '$app/paths';
import { chosenDatabase } from '../../client/current';
import { addressKeys } from '../../documents/calling/keys';
import { probe } from '../../documents/calling/probe';
import type { Diagnosis } from '../../documents/extraction/diagnosis';
import type { LlmAddress } from '../../model/extraction';
import { callableOrigin } from '../../model/llm-origin';
import { later } from '../../texts/later';
import { call } from '../database/connection.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';
import { openCaller } from './create-runner';

/** The parts of an address as typed; undefined if it may not be called. Without a path it is '/v1', as usual. */
export function addressParts(typed: string): Pick<LlmAddress, 'origin' | 'path' | 'llmMode'> | undefined {
  const origin = callableOrigin(typed.trim());
  if (origin === undefined) return undefined;
  const path = new URL(typed.trim()).pathname.replace(/\/+$/, '');
  return {
    origin,
    path: path === '' ? '/v1' : path,
    llmMode: origin.startsWith('http:') ? 'local' : 'cloud',
  };
}

/** Saves an address and its key; an empty key leaves the former one. */
export async function saveAddress(address: LlmAddress, key: string, isKeyKept: boolean): Promise<void> {
  await call('saveLlmAddress', address, Date.now());
  if (key !== '') await addressKeys.set(address.id, key, isKeyKept);
}

/** Removes an address and its key, and offers undo for the address. */
export const removeAddress = undoable(async (address: LlmAddress): Promise<void> => {
  await call('deleteLlmAddress', address.id, Date.now());
  await addressKeys.forget(address.id);
  undoStack.offer(later.extraction.addressRemoved(address.name), () =>
    call('saveLlmAddress', address, Date.now()),
  );
});

/** Requests an address's models, or finds out what is wrong. Sends no part of any document. */
export async function probeAddress(address: LlmAddress): Promise<Diagnosis> {
  const caller = await openCaller(
    { call, database: chosenDatabase(), callerPath: asset('/caller.js') },
    address.origin,
  );
  try {
    return await probe(caller, address, await addressKeys.get(address.id));
  } finally {
    caller.close();
  }
}
