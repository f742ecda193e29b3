import { describe, expect, it } from 'vitest';
import { scanFile } from '../../../src/lib/ingest/scan/scan-file';
import type { FileReport, ScanResult } from '../../../src/lib/ingest/scan/scan-messages';
import { sentenceFor } from '../../../src/lib/model/problem';
import { problems as de } from '../../../src/lib/texts/de/problems';
import { problems as en } from '../../../src/lib/texts/en/problems';
import { problems as es } from '../../../src/lib/texts/es/problems';
import { makeDatabase } from './support/make-database';

const scan = (content: BlobPart, path = 'any.json'): Promise<ScanResult> =>
  scanFile(
    { file: new File([content], 'any'), path, source: null, now: Date.UTC(2026, 10, 15) },
    () => undefined,
  );

/** Each file as its tool writes it, and what the sentence must name. */
const files = {
  ChatGPT:
    '[{"title":"x","create_time":1772442000.5,"update_time":1772442001,"mapping":{},"conversation_id":"c"}]',
  Claude: '[{"uuid":"u","name":"x","created_at":"2026-03-01T09:00:00Z","account":{},"chat_messages":[]}]',
  Gemini: '[{"header":"Gemini Apps","title":"x","time":"2026-03-01T09:00:00Z","products":["Gemini Apps"]}]',
  'Gemini in German':
    '[{"header":"Gemini-Apps","title":"x","time":"2026-03-01T09:00:00Z","products":["Gemini-Apps"]}]',
  'Gemini in Spanish': '[{"header":"Aplicaciones de Gemini","title":"x","time":"2026-03-01T09:00:00Z"}]',
  'AI Studio':
    '{"runSettings":{"model":"models/gemini-3-pro"},"chunkedPrompt":{"chunks":[{"tokenCount":7}]}}',
  Perplexity: '{"entries":[{"backend_uuid":"b","query_str":"x","display_model":"turbo","blocks":[]}]}',
  'Le Chat':
    '[{"id":"1","version":0,"chatId":"c","content":"","contentChunks":null,"role":"user","createdAt":"2026-03-01T09:00:00Z"}]',
  Kiro: '{"version":"v1","kind":"AssistantMessage","data":{"message_id":"m","content":[]}}\n',
  'Kiro records': '{"session_id":"s","cwd":"/home/ada","session_state":{"version":"v1"}}',
  Azure:
    'Date,MeterCategory,MeterSubCategory,MeterName,Quantity,UnitOfMeasure,CostInBillingCurrency\n03/01/2026,Foundry Models,x,x Inp Tokens,12.5,1K,0.5\n',
  'Google Cloud':
    'Billing account name,Service description,Service ID,SKU description,SKU ID,Usage amount,Cost ($)\nx,Gemini API,1,x,2,100,0.5\n',
  'Google Cloud in BigQuery':
    '{"billing_account_id":"x","service":{"id":"1"},"sku":{"id":"2"},"cost":0.5,"usage":{"amount":100}}\n',
  Codebuff: '[{"id":"ai-1","variant":"ai","content":"","timestamp":"09:00 AM","credits":12}]',
};

describe('a file of a tool that writes no counts', () => {
  it.each(Object.entries(files))(
    'of %s says so, and what to do, in every language',
    async (name, content) => {
      const result = await scan(content);
      expect(result).toMatchObject({ outcome: 'unknown', isKnown: true });
      if (!('reason' in result)) expect.unreachable();
      for (const problems of [en, de, es])
        expect(sentenceFor(result.reason, problems)).toContain(name.replace(/ (?:records|in .*)$/, ''));
    },
  );

  it.each([
    ['cursor-files', 'CREATE TABLE ItemTable(key, value); CREATE TABLE cursorDiskKV(key, value);'],
    ['editor-database', 'CREATE TABLE ItemTable(key, value);'],
    ['antigravity-conversations', 'CREATE TABLE gen_metadata(data);'],
    ['cursor-files', 'CREATE TABLE blobs(id, data); CREATE TABLE meta(key, value);'],
    ['kiro-credits', 'CREATE TABLE conversations_v2(key, conversation_id, value);'],
    ['omnigent-sums', 'CREATE TABLE omnigent_conversation_metadata(id, session_state, session_usage);'],
    ['omnigent-sums', 'CREATE TABLE conversations(id, title, session_state, session_usage);'],
    [
      'copilot-desktop-sums',
      'CREATE TABLE sessions(id, model, total_input_tokens, total_output_tokens, total_nano_aiu, created_at);',
    ],
  ])('that is a database of %s says so', async (reason, sql) => {
    const bytes = new Uint8Array(await makeDatabase(sql));
    const result = await scan(bytes, 'User/globalStorage/state.vscdb');
    expect(result).toMatchObject({ outcome: 'unknown', isKnown: true, reason });
  });

  it.each([
    ['windsurf-conversations', '.codeium/windsurf/cascade/a.pb', '\u0001\u0002'],
    ['windsurf-conversations', 'windsurf/cascade/a.pb', '\u0001\u0002'],
    [
      'cursor-files',
      'home/.cursor/projects/p/agent-transcripts/a.jsonl',
      '{"role":"user","message":{"content":[]}}\n',
    ],
    ['jetbrains-assistant', 'Library/Caches/JetBrains/IntelliJIdea2026.1/aia-task-history/a.events', 'x'],
    [
      { code: 'tool-without-counts', tool: 'Command Code' },
      'home/.commandcode/projects/p/s.jsonl',
      '{"a":1}\n',
    ],
    [{ code: 'tool-without-counts', tool: 'Qoder' }, '.qoder/projects/p/s/state.json', '{"a":1}'],
    [{ code: 'tool-without-counts', tool: 'Trae' }, 'Trae/ModularData/ai-agent/database.db', '\u0001\u0002'],
    ['gemini-takeout', 'Takeout/My Activity/Gemini Apps/MyActivity.html', '<html><head><title>x</title>'],
    ['gemini-takeout', 'Takeout/Meine Aktivitäten/Gemini-Apps/MeineAktivitäten.html', '<html><head>'],
  ])('that only its place tells says so: %s, %s', async (reason, path, content) => {
    const result = await scan(content, path);
    expect(result).toMatchObject({ isKnown: true, reason });
  });

  it('is not confused with any other', async () => {
    expect(await scan('{"mapping":1}')).not.toHaveProperty('isKnown');
    expect(
      await scan(await makeDatabase('CREATE TABLE x(a);').then((bytes) => new Uint8Array(bytes))),
    ).not.toHaveProperty('isKnown');
  });
});

describe('a tool that writes another one’s format without counts', () => {
  const line = (usage: string): string =>
    `{"type":"assistant","uuid":"u","parentUuid":null,"sessionId":"s","cwd":"/home/ada","timestamp":"2026-03-01T09:00:00Z","message":{"id":"m1","role":"assistant","content":[]${usage}}}\n`;
  const scanIn = async (path: string, content: string): Promise<FileReport[]> => {
    const reports: FileReport[] = [];
    const file = new File([content], 'any');
    await scanFile({ file, path, source: null, now: Date.UTC(2026, 10, 15) }, (report) =>
      reports.push(report),
    );
    return reports.filter(({ kind }) => kind !== 'bytes');
  };

  it.each([
    ['iFlow', '.iflow/projects/p/s.jsonl', ',"usage":{"input_tokens":0,"output_tokens":0}'],
    ['Qoder', '.qoder/projects/p/s.jsonl', ''],
  ])('is named instead: %s', async (tool, path, usage) => {
    const reason = { code: 'tool-without-counts', tool };
    expect(await scanIn(path, line(usage))).toEqual([{ kind: 'problem', reason, count: 1 }]);
  });

  it('counts as soon as it has counts', async () => {
    const counts = ',"usage":{"input_tokens":7,"output_tokens":3}';
    expect(await scanIn('.iflow/projects/p/s.jsonl', line(counts))).toMatchObject([{ kind: 'records' }]);
  });
});

describe('a large database in a folder', () => {
  const bytes = new Uint8Array(33 * 1024 * 1024);
  bytes.set(new TextEncoder().encode('SQLite format 3\0'));

  it('is opened because of its name or when chosen alone, and not otherwise', async () => {
    expect(await scan(bytes, 'home/Browser/History')).toMatchObject({
      reason: 'large-unnamed-database',
    });
    expect(await scan(bytes, 'home/.local/share/goose/sessions/sessions.db')).toMatchObject({
      outcome: 'unreadable',
    });
    expect(await scan(bytes, 'History')).toMatchObject({ outcome: 'unreadable' });
  });
});
