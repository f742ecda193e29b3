import { addressKeys } from '../../documents/calling/keys';
import { Caller } from '../../documents/calling/caller';
import { ContentStore } from '../../documents/contents/content-store';
import { QueueRunner, type QueueTools } from '../../documents/running/queue-runner';
import type { DatabaseName } from '../../protocol/commands';

interface Parts extends Pick<QueueTools, 'call' | 'newId'> {
  database: DatabaseName;
  /** The path of the caller's file on this site. */
  callerPath: string;
}

/** The queue's runner with the browser's real parts. */
export function createRunner({ call, database, newId, callerPath }: Parts, signal: AbortSignal): QueueRunner {
  addressKeys.listen();
  const tools: QueueTools = {
    call,
    newId,
    contents: new ContentStore(database),
    keyOf: (addressId) => addressKeys.get(addressId),
    openSender: (origin) => openCaller({ call, database, callerPath }, origin),
  };
  return new QueueRunner(tools, signal);
}

/** A caller for a saved address. */
export async function openCaller(
  { call, database, callerPath }: Omit<Parts, 'newId'>,
  origin: string,
): Promise<Caller> {
  const origins = (await call('getLlmAddresses')).map((address) => address.origin);
  return Caller.open(origin, { database, origins }, callerPath);
}
