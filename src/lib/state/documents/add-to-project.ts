import { chosenDatabase } from '../../client/current';
import { later } from '../../texts/later';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { documents } from './document-list.svelte';

/** Adds the listed documents to a project's queue. False if none could be added; the user is told about each. */
export async function addToProject(projectId: string): Promise<boolean> {
  try {
    const { addFiles } = await import('../../documents/add-files');
    const files = documents.readable.map(({ file }) => file);
    const { problems } = await addFiles({ call, database: chosenDatabase(), newId }, projectId, files);
    for (const problem of new Set(problems.map((each) => each.problem))) {
      const names = problems.filter((each) => each.problem === problem).map(({ name }) => name);
      const text = later.extraction.notAdded(names.join(', '));
      toasts.show({ kind: 'failed', text: `${text} ${t.documents.problems[problem]}` });
    }
    if (problems.length === files.length) return false;
    documents.clear();
    return true;
  } catch (error) {
    reportFailure(later.extraction.addFailed, error);
    return false;
  }
}
