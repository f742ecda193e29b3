import { v7 as uuidv7 } from 'uuid';
import { ObjectStore } from '../../model/object-store';

/** Files that were shared to the installed app together, stored until the user imports or discards them. */
export interface SharedFiles {
  /** UUIDv7: sorts by time. */
  id: string;
  files: readonly File[];
}

/** Why a share was refused, as stated in the import page's address. */
export const refusals = ['nothing', 'too-much', 'not-kept'] as const;
export type Refusal = (typeof refusals)[number];

/**
 * Any site can post a form here, so only this much is stored before the user agrees. Larger files can be chosen on
 * the import page.
 */
const mostBytes = 50 * 1024 ** 2;

const store = new ObjectStore<SharedFiles>('tokentab-shared', 'shares');

/** Oldest first. */
export const keptShares = (): Promise<SharedFiles[]> => store.all();
export const dropShare = (id: string): Promise<void> => store.remove(id);

/**
 * Handles the POST with which the operating system shares files (the manifest's `share_target`). Stores them and
 * redirects the browser to the import page with GET, so that a reload posts nothing again. Works offline. Any site
 * can post such a form, so nothing is imported here: the page asks first.
 */
export async function receiveShare(request: Request, importPage: string): Promise<Response> {
  const refusal = await keep(request);
  const query = refusal === null ? '' : `?shared=${refusal}`;
  return Response.redirect(new URL(importPage + query, request.url), 303);
}

async function keep(request: Request): Promise<Refusal | null> {
  try {
    const form = await request.formData();
    const files = [...form.values()].filter((value) => typeof value !== 'string');
    const refusal = judgeShare(files, await keptShares());
    if (refusal === null) await store.put({ id: uuidv7(), files });
    return refusal;
  } catch (error) {
    // Either way, the shared files still exist at their origin.
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'too-much' : 'not-kept';
  }
}

/** Why these files can't be stored with those already waiting; null if they can. */
export function judgeShare(
  files: readonly File[],
  waiting: readonly { files: readonly File[] }[],
): Refusal | null {
  const bytes = bytesOf(files);
  if (bytes === 0) return 'nothing';
  return bytes + bytesOf(waiting.flatMap((share) => share.files)) > mostBytes ? 'too-much' : null;
}

const bytesOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);
