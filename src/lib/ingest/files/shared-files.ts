import { v7 as uuidv7 } from 'uuid';
import { ObjectStore } from '../../model/object-store';

/** What was shared to the installed app at once, kept until the user has imported it or said no. */
export interface SharedFiles {
  /** UUIDv7: sorts by time. */
  id: string;
  files: readonly File[];
}

/** Why a share was not kept, as the import page's address tells it. */
export const refusals = ['nothing', 'too-much', 'not-kept'] as const;
export type Refusal = (typeof refusals)[number];

/** Any site can post a form here: before the user agrees, little is kept. Larger files are chosen on the import page. */
const mostBytes = 50 * 1024 ** 2;

const store = new ObjectStore<SharedFiles>('tokentab-shared', 'shares');

/** Oldest first. */
export const keptShares = (): Promise<SharedFiles[]> => store.all();
export const dropShare = (id: string): Promise<void> => store.remove(id);

/**
 * Answers the POST by which a system shares files (the manifest's `share_target`): keeps them, and sends the browser on to the
 * import page by GET, so that a reload posts nothing again. Needs no network. Any site can post such a form, so nothing
 * is imported here: the page asks first.
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
    // Whichever it was, the files still lie where they were shared from.
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'too-much' : 'not-kept';
  }
}

/** Why these files are not kept beside those that wait already; null where they are. */
export function judgeShare(
  files: readonly File[],
  waiting: readonly { files: readonly File[] }[],
): Refusal | null {
  const bytes = bytesOf(files);
  if (bytes === 0) return 'nothing';
  return bytes + bytesOf(waiting.flatMap((share) => share.files)) > mostBytes ? 'too-much' : null;
}

const bytesOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);
