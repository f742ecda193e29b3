import { chosenDatabase, useSampleDatabase } from '../../client/current';
import { t } from '../../texts/texts';
import { connection } from './connection.svelte';
import { reportFailure } from '../shell/report';

/** Invented usage to try Tokentab with. Its code is loaded only then. */
class SampleData {
  isFilling = $state(false);

  /** From the first page: opens the sample database. Without storage, fills the one in memory, which is still empty. */
  async show(now: number): Promise<void> {
    if (chosenDatabase() === 'memory') await this.#fill(now);
    else useSampleDatabase();
  }

  /** Fills the sample database when it is opened for the first time. */
  async fillIfEmpty(now: number): Promise<void> {
    if (chosenDatabase() === 'sample') await this.#fill(now);
  }

  async #fill(now: number): Promise<void> {
    if (this.isFilling) return;
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
