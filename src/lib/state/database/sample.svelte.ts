import { chosenDatabase } from '../../client/current';
import { t } from '../../texts/texts';
import { connection } from './connection.svelte';
import { reportFailure } from '../shell/report';

/** Fills the sample database when it is opened for the first time. Its code is loaded only then. */
class SampleData {
  isFilling = $state(false);

  async fillIfEmpty(now: number): Promise<void> {
    if (chosenDatabase() !== 'sample' || this.isFilling) return;
    this.isFilling = true;
    try {
      const { fillSampleDatabase } = await import('../../ingest/sample/sample-data');
      await fillSampleDatabase(connection.client, now);
    } catch (error) {
      reportFailure(t.shell.sampleFailed, error);
    } finally {
      this.isFilling = false;
    }
  }
}

export const sample = new SampleData();
