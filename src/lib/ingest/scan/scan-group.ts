import { appendRecords, countRecords, packRecords, type SourceRecords } from '../../model/source-records';
import { recordsPerReport } from './report-sink';
import { scanFile } from './scan-file';
import { readTogether } from './read-together';
import type { FileReport, ScanReport, ScanRequest, ScanResult } from './scan-messages';

/**
 * Reads some files; small ones together (`readTogether`). The reports of several files are combined, because a message
 * for each would cost more than reading a tiny file. Rejects only for a bug.
 */
export async function scanGroup(
  requests: readonly ScanRequest[],
  send: (reports: ScanReport[]) => void,
): Promise<ScanResult[]> {
  const gathered = new GatheredReports(requests.length > 1, send);
  const results: ScanResult[] = [];
  for await (const { index: file, bytes } of readTogether(requests.map((request) => request.file))) {
    const request = requests[file];
    if (request === undefined) continue;
    const report = (each: FileReport): void => {
      if (each.kind === 'records') gathered.addRecords(each.source, each.records);
      else gathered.add({ kind: 'note', file, note: each });
    };
    results.push(await scanFile(request, report, bytes));
  }
  gathered.send();
  return results;
}

class GatheredReports {
  private readonly records = new Map<string, SourceRecords>();
  private reports: ScanReport[] = [];

  constructor(
    private readonly isSeveral: boolean,
    private readonly sendReports: (reports: ScanReport[]) => void,
  ) {}

  add(report: ScanReport): void {
    this.reports.push(report);
    if (!this.isSeveral) this.send();
  }

  addRecords(source: string, more: SourceRecords): void {
    const records = this.records.get(source);
    if (records === undefined) this.records.set(source, more);
    else appendRecords(records, more);
    if (!this.isSeveral || countRecords(records ?? more) >= recordsPerReport) this.send();
  }

  send(): void {
    for (const [source, records] of this.records) {
      this.reports.push({ kind: 'records', source, packed: packRecords(records, source) });
    }
    this.records.clear();
    if (this.reports.length > 0) this.sendReports(this.reports);
    this.reports = [];
  }
}
