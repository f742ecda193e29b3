import { toErrorData } from '../model/errors';
import type { SafetyReply, SafetyRequest } from '../protocol/backups';
import { loadSqlite } from '../database/opening/load-sqlite';
import { SafetyService } from './safety-service';

interface PagePort {
  postMessage(message: SafetyReply, options: { transfer: Transferable[] }): void;
}

const service = new SafetyService(loadSqlite());
const page = self as unknown as PagePort;
let last = Promise.resolve();

self.addEventListener('message', ({ data: request }: MessageEvent<SafetyRequest>) => {
  last = last.then(() => answer(request));
});

async function answer(request: SafetyRequest): Promise<void> {
  try {
    const value = await service.answer(request);
    const transfer = value instanceof Uint8Array ? [value.buffer] : [];
    page.postMessage({ id: request.id, ok: true, value }, { transfer });
  } catch (error) {
    page.postMessage({ id: request.id, ok: false, error: toErrorData(error) }, { transfer: [] });
  }
}
