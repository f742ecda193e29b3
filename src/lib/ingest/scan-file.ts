import type { SourceSession, SourceUsageEvent } from '../model/usage-event';
import { sourceById } from '../sources/registry';
import type { Source } from '../sources/source';
import { detectFile } from './detect-file';
import { fileChunks, readFirstChunk, UnreadableFile } from './file-chunks';
import type { ScanReport, ScanRequest, ScanResult } from './scan-messages';

/** Small enough that no message holds up the page. */
const recordsPerReport = 500;

/** Recognises and reads one file, and reports what is in it. Rejects only for a defect of ours. */
export async function scanFile(
  request: ScanRequest,
  report: (report: ScanReport) => void,
): Promise<ScanResult> {
  const { file, path } = request;
  if (file.size === 0) return { outcome: 'empty' };
  try {
    const chosen = request.source === null ? null : sourceById(request.source);
    const first = await readFirstChunk(file);
    const source = chosen ?? (await detectFile(file, first, path));
    if ('reason' in source) return { outcome: 'unknown', reason: source.reason };
    return await readWith(source, request, first, report);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const name = error.cause instanceof Error ? ` (${error.cause.name})` : '';
    return {
      outcome: 'unreadable',
      reason: `The file could not be read; it may be locked, gone, or changed since it was chosen${name}.`,
    };
  }
}

async function readWith(
  source: Source,
  { file, now }: ScanRequest,
  first: Uint8Array,
  report: (report: ScanReport) => void,
): Promise<ScanResult> {
  let events: SourceUsageEvent[] = [];
  let sessions: SourceSession[] = [];
  const problems = new Map<string, { line?: number; count: number }>();
  const send = (): void => {
    if (events.length + sessions.length > 0) report({ kind: 'records', source: source.id, events, sessions });
    events = [];
    sessions = [];
  };
  const sendWhenFull = (): void => {
    if (events.length + sessions.length >= recordsPerReport) send();
  };
  const sink = {
    event(event: SourceUsageEvent): void {
      events.push(event);
      sendWhenFull();
    },
    session(session: SourceSession): void {
      sessions.push(session);
      sendWhenFull();
    },
    problem(reason: string, line?: number): void {
      const known = problems.get(reason);
      if (known === undefined) problems.set(reason, line === undefined ? { count: 1 } : { line, count: 1 });
      else known.count += 1;
    },
  };
  try {
    const chunks = fileChunks(file, first, (bytes) => report({ kind: 'bytes', bytes }));
    await source.read(chunks, sink, { now });
  } finally {
    send();
    for (const [reason, problem] of problems) report({ kind: 'problem', reason, ...problem });
  }
  return { outcome: 'read', source: source.id };
}
