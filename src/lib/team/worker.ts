import type { WorkerReply } from '../model/ask-worker';
import { toErrorData } from '../model/errors';
import { CarrierProblem } from '../sync/carrier';
import type { ReadBatch } from './month-reader';
import { finishRoster } from './project-keys';
import { TeamCarrier } from './team-carrier';
import { teamUser } from './team-user';
import type { TeamAnswers, TeamRequest } from './worker-messages';

/** Encrypts, decrypts and verifies apart from the page, which a month of a large team would stop for seconds. */

interface PagePort {
  postMessage(message: WorkerReply): void;
}

const page = self as unknown as PagePort;
let carrier: TeamCarrier | undefined;
let identity = '';
let reading: AsyncGenerator<ReadBatch> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<TeamRequest & { id: string }>) => {
  const { id } = data;
  answer(data).then(
    (value) => page.postMessage({ id, ok: true, value: { value } }),
    (error: unknown) => {
      if (error instanceof CarrierProblem)
        page.postMessage({ id, ok: true, value: { problem: error.reason } });
      else page.postMessage({ id, ok: false, error: toErrorData(error) });
    },
  );
});

async function answer(request: TeamRequest): Promise<TeamAnswers[TeamRequest['kind']]> {
  if (request.kind === 'open') {
    ({ identity } = request);
    carrier = await TeamCarrier.open(request.url, request.team, identity);
    return null;
  }
  if (carrier === undefined) throw new Error('The worker of a team was asked before it was opened.');
  switch (request.kind) {
    case 'sync-roster':
      return carrier.syncRoster(request.known);
    case 'write-roster': {
      const roster = await finishRoster(request.before, request.draft, await teamUser(identity));
      await carrier.writeRoster(roster);
      return roster;
    }
    case 'publish':
      return carrier.publish(request.job);
    case 'read':
      reading = carrier.read(request.roster, request.cursor, request.runningMonth);
      return null;
    case 'next':
      return nextBatch();
    case 'close':
      await carrier.close();
      return null;
  }
}

async function nextBatch(): Promise<ReadBatch | null> {
  const next = await reading?.next();
  return next === undefined || next.done === true ? null : next.value;
}
