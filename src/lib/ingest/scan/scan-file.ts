import type { Problem } from '../../model/problem';
import type { FileCursor } from '../../model/file-cursor';
import { mappingOfSource } from '../../model/mapped-source';
import type { TableMapping } from '../../model/table-mapping';
import { logAlone, readAsDatabase, readFile } from '../../sources/read-file';
import { databaseTooLarge, isDatabase, isWriteAheadLog, maxDatabaseBytes } from '../../sources/reading/head';
import { peekBytes } from '../../sources/reading/peek';
import { idOfFile, isNameOfDatabase, sourceById, sourceOfDatabase } from '../../sources/registry';
import { sayingOfDatabase, sayingOfSibling } from '../../sources/without-counts';
import type { Source } from '../../sources/source';
import { asUtf8 } from '../../sources/reading/text';
import { canReadOn, cursorOf, hasSameHead, WholeLines, withoutHalfLine } from './cursors';
import { detectFile, detectStart, isUtf16 } from './detect-file';
import { fileChunks, readFirstChunk, UnreadableFile } from './file-chunks';
import { endsInHalfRow } from './half-row';
import { reportSink } from './report-sink';
import type { FileReport, ScanRequest, ScanResult } from './scan-messages';
import { reasonToSkip } from '../files/skip-rules';
import { joinPackedLogs, type JoinedFile } from '../unpack/join-packed-logs';
import { archiveKind, unpack } from '../unpack/unpack';
import { TokentabError } from '../../model/errors';

type Report = (report: FileReport) => void;
type Remember = NonNullable<ScanRequest['remember']>;

const windowBytes = 64 * 1024;

/**
 * Detects the source of a file, or of the files packed in it, and reports their records. Rejects only for a bug.
 * @param bytes the whole file, if already read
 */
export async function scanFile(
  request: ScanRequest,
  report: Report,
  bytes?: Uint8Array,
): Promise<ScanResult> {
  if (request.file.size === 0) return { outcome: 'empty' };
  try {
    const { remember } = request;
    if (remember !== undefined) return await scanRemembered(request, remember, report, bytes);
    return await scanWhole(request, bytes ?? (await readFirstChunk(request.file)), report);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const name = error.cause instanceof Error ? error.cause.name : '';
    return {
      outcome: 'unreadable',
      reason: { code: 'file-changed-or-missing', error: name },
    };
  }
}

async function scanWhole(request: ScanRequest, first: Uint8Array, report: Report): Promise<ScanResult> {
  const { file, path } = request;
  const chunks = fileChunks(file, first, (bytes) => report({ kind: 'bytes', bytes }));
  if (archiveKind(first) !== null) return scanArchive(request, chunks, report);
  const { now, writeAheadLogAt } = request;
  if (isOfDatabase(request, first)) {
    if (isForeign(path, file)) return { outcome: 'unknown', reason: foreignDatabase };
    // The whole file must fit in memory, and a huge sparse file is easily made.
    if (file.size > maxDatabaseBytes) return { outcome: 'unreadable', reason: databaseTooLarge };
    const content = { path, chunks, now, isUtf16: false, writeAheadLogAt };
    return scanDatabase(first, content, report);
  }
  const source = chosenSource(request) ?? (await detectFile(file, first, path, request.mappings));
  if ('reason' in source) return { outcome: 'unknown', ...source };
  if (source.readsOn === true && !isUtf16(first) && request.remember !== undefined)
    return readOn(source, request, { ...request.remember, first }, { readBytes: 0, readLines: 0 }, report);
  const isGrowing = source.growsByLines === true && request.remember?.isLive === true;
  const isUnfinished = await endsInHalfRow(source, request, first);
  const content = isGrowing || isUnfinished ? withoutHalfLine(chunks) : chunks;
  const result = await readWith(
    source,
    {
      path,
      chunks: content,
      now,
      isUtf16: isUtf16(first),
      writeAheadLogAt,
      modifiedAt: Math.trunc(file.lastModified),
    },
    report,
  );
  return isUnfinished ? { ...result, isUnfinished } : result;
}

/**
 * A file that was read with one mapping keeps it even if another one now fits too: otherwise its rows would count under
 * both. Undoing the import ends this.
 */
function keepMapping(
  mappings: ScanRequest['mappings'] = [],
  cursor: FileCursor | null,
): readonly TableMapping[] {
  const id = mappingOfSource(cursor?.source ?? '');
  const known = mappings.filter((mapping) => mapping.id === id);
  return known.length > 0 ? known : mappings;
}

/** Reads only what is new since the last time, if possible, and returns a cursor. */
async function scanRemembered(
  asked: ScanRequest,
  remember: Remember,
  report: Report,
  bytes?: Uint8Array,
): Promise<ScanResult> {
  const request = { ...asked, mappings: keepMapping(asked.mappings, remember.cursor) };
  const { file, path } = request;
  const { cursor } = remember;
  if (cursor !== null && (await hasSameHead(file, cursor))) {
    if (file.size === cursor.size && Math.trunc(file.lastModified) === cursor.modifiedAt)
      return { outcome: 'unchanged' };
    const source = cursor.source === null ? null : sourceById(cursor.source);
    const { readBytes, readLines } = cursor;
    if (source?.readsOn === true && readLines !== null && (await canReadOn(file, cursor)))
      return readOn(source, request, remember, { readBytes, readLines }, report);
  }
  const first = bytes ?? (await readFirstChunk(file));
  const result = await scanWhole(request, first, report);
  // A table that the user chose again must be offered for mapping again, so don't remember it.
  const isOffered = result.outcome === 'unknown' && result.columns !== undefined && !remember.isLive;
  const isToRemember =
    (result.outcome === 'read' && result.isUnfinished === undefined) ||
    result.outcome === 'unpacked' ||
    (result.outcome === 'unknown' && !isOffered);
  // A file that was read line by line already has its cursor.
  if (!isToRemember || result.cursor !== undefined) return result;
  const source = result.outcome === 'read' ? result.source : null;
  return {
    ...result,
    cursor: await cursorOf(file, { path, source, readBytes: file.size, readLines: null }, first),
  };
}

async function readOn(
  source: Source,
  { file, path, now }: ScanRequest,
  { isLive, first }: Remember & { first?: Uint8Array },
  start: { readBytes: number; readLines: number },
  report: Report,
): Promise<ScanResult> {
  const lines = new WholeLines(start.readBytes);
  let readLines = start.readLines;
  const onLines = (count: number): void => void (readLines += count);
  const chunks = lines.of(file, (bytes) => report({ kind: 'bytes', bytes }), isLive, first);
  const content = { path, chunks, now, isUtf16: false, linesBefore: start.readLines, onLines };
  const result = await readWith(source, content, report);
  const { readBytes } = lines;
  return {
    ...result,
    cursor: await cursorOf(file, { path, source: result.source, readBytes, readLines }, first),
  };
}

/** Scans the files in an archive one after another, and reports each separately. */
async function scanArchive(
  request: ScanRequest,
  chunks: AsyncIterable<Uint8Array>,
  report: Report,
): Promise<ScanResult> {
  let filesRead = 0;
  const problem = (reason: Problem, file: string): void =>
    report({ kind: 'problem', reason, file, count: 1 });
  for await (const packed of joinPackedLogs(unpack(request.path, chunks, problem))) {
    const result = await scanPacked(request, packed, report);
    if (result.outcome === 'read') filesRead += 1;
    report({ kind: 'packed', path: packed.path, result });
  }
  return { outcome: 'unpacked', files: filesRead };
}

async function scanPacked(
  request: ScanRequest,
  { path, chunks, writeAheadLogAt }: JoinedFile,
  report: Report,
): Promise<ScanResult> {
  const reason = path === request.path ? null : reasonToSkip(path);
  if (reason !== null) return { outcome: 'skipped', reason };
  try {
    const { start, all } = await peekBytes(chunks, windowBytes);
    if (start.length === 0) return { outcome: 'empty' };
    const content = { path, chunks: all, now: request.now, isUtf16: isUtf16(start), writeAheadLogAt };
    const reportPacked: Report = (each) => report(each.kind === 'problem' ? { ...each, file: path } : each);
    if (isOfDatabase({ ...request, writeAheadLogAt }, start))
      return await scanDatabase(start, content, reportPacked);
    const source = chosenSource(request) ?? detectStart(start, path, request.mappings);
    if ('reason' in source) return { outcome: 'unknown', ...source };
    return await readWith(source, content, reportPacked);
  } catch (error) {
    // Only problems of the archive: failing to read the file itself is the caller's to report.
    if (!(error instanceof TokentabError) || error.code !== 'BadInput') throw error;
    return { outcome: 'unreadable', reason: error.problem };
  }
}

/**
 * A home folder contains databases of many programs. Only small ones and those with a known name are opened to find
 * their source.
 */
const mostOfForeign = 32 * 1024 * 1024;
const foreignDatabase = 'large-unnamed-database';

function isForeign(path: string, { size }: File): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.includes('/') && size > mostOfForeign && !isNameOfDatabase(name);
}

/** Whether it is a database, or a write-ahead log, whose source can only be detected by its tables. */
function isOfDatabase(
  { source, writeAheadLogAt }: { source: string | null; writeAheadLogAt?: number | undefined },
  start: Uint8Array,
): boolean {
  return source === null && (writeAheadLogAt !== undefined || isDatabase(start) || isWriteAheadLog(start));
}

/** Opens a database and reads it with the source that recognizes its tables. */
async function scanDatabase(
  start: Uint8Array,
  { path, chunks, now, writeAheadLogAt }: Content,
  report: Report,
): Promise<ScanResult> {
  if (writeAheadLogAt === undefined && isWriteAheadLog(start))
    return { outcome: 'unreadable', reason: logAlone };
  const problems: Problem[] = [];
  const problem = (reason: Problem): void => void problems.push(reason);
  const context = { now, path, ...(writeAheadLogAt !== undefined && { writeAheadLogAt }) };
  let sink: ReturnType<typeof reportSink> | undefined;
  // Assigned in a callback, which control flow analysis doesn't see.
  let saying = null as Problem | null;
  try {
    const source = await readAsDatabase(chunks, { problem }, context, (database) => {
      const found = sourceOfDatabase(database);
      if (found === null) {
        saying = sayingOfDatabase(database, path);
        return null;
      }
      sink = reportSink(idOfFile(found, path), report);
      return { source: found, sink };
    });
    if (source !== null) {
      for (const reason of problems) report({ kind: 'problem', reason, count: 1 });
      return { outcome: 'read', source: idOfFile(source, path) };
    }
  } finally {
    sink?.flush();
  }
  if (saying !== null) return { outcome: 'unknown', reason: saying, isKnown: true };
  const [reason = 'database-unknown'] = problems;
  return problems.length > 0 ? { outcome: 'unreadable', reason } : { outcome: 'unknown', reason };
}

interface Content {
  path: string;
  chunks: AsyncIterable<Uint8Array>;
  now: number;
  isUtf16: boolean;
  linesBefore?: number;
  onLines?: (lines: number) => void;
  writeAheadLogAt?: number | undefined;
  modifiedAt?: number;
}

async function readWith(
  source: Source,
  content: Content,
  report: Report,
): Promise<Extract<ScanResult, { outcome: 'read' }>> {
  const id = idOfFile(source, content.path);
  const sink = reportSink(id, report, sayingOfSibling(content.path));
  try {
    const chunks = content.isUtf16
      ? asUtf8(content.chunks, (reason, line) => sink.problem(reason, line))
      : content.chunks;
    const { now, path, linesBefore = 0, onLines, writeAheadLogAt, modifiedAt } = content;
    const context = {
      ...{ now, path, linesBefore },
      ...(onLines && { onLines }),
      ...(modifiedAt !== undefined && { modifiedAt }),
    };
    await readFile(
      source,
      chunks,
      sink,
      writeAheadLogAt === undefined ? context : { ...context, writeAheadLogAt },
    );
  } finally {
    sink.flush();
  }
  return { outcome: 'read', source: id };
}

function chosenSource({ source }: ScanRequest): Source | null {
  return source === null ? null : sourceById(source);
}
