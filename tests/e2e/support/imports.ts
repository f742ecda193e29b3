import type { Page } from 'playwright';
import type { ImportSummary } from '../../../src/lib/model/import-summary';

/** A file as a test defines it. */
export interface TestFile {
  name: string;
  text: string;
}

/** Imports files created on the spot, with the public API. */
export function importTexts(page: Page, files: TestFile[]): Promise<ImportSummary> {
  return page.evaluate(
    (files) => window.tokentab.importFiles(files.map(({ name, text }) => new File([text], name))),
    files,
  );
}

/** A Claude Code line with the fields that the test needs. */
export function claudeLine(line: {
  id: string;
  cwd: string;
  timestamp: string;
  session?: string;
  input?: number;
  output?: number;
  text?: string;
}): string {
  return JSON.stringify({
    type: 'assistant',
    cwd: line.cwd,
    sessionId: line.session ?? 'session-1',
    requestId: `req_${line.id}`,
    timestamp: line.timestamp,
    version: '2.1.30',
    message: {
      id: `msg_${line.id}`,
      model: 'claude-sonnet-4-5',
      role: 'assistant',
      stop_reason: 'end_turn',
      content: [{ type: 'text', text: line.text ?? 'Done.' }],
      usage: { input_tokens: line.input ?? 10, output_tokens: line.output ?? 5 },
    },
  });
}
