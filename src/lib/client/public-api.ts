import { v7 as uuid } from 'uuid';
import { TokentabError } from '../model/errors';
import type { TokentabApi } from '../model/public-api';
import type { ProjectUsageStats, UsageStats } from '../model/usage-stats';
import { sentenceFor, type Sentences } from '../model/problem';
import type { DatabaseClient } from './connect';
import { inEnglish } from './in-english';
import { isPinned, month, newProject, parseInput, projectId, projectIds } from './public-api-input';
import { toNewUsageEvent } from './usage-event-input';

/**
 * The API for scripts. It checks the arguments, because scripts aren't type-checked, and creates ids and times.
 * @param sentences the English ones, which errors and problems get: scripts show them to programmers
 */
export function createPublicApi(client: DatabaseClient, sentences: () => Promise<Sentences>): TokentabApi {
  return inEnglish(sentences, {
    ready: client.ready,
    async createProject(project) {
      const { name, clientName, description } = parseInput(newProject, project);
      return client.call('createProject', {
        id: uuid(),
        name,
        clientName: textOrNull(clientName),
        description: textOrNull(description),
        createdAt: Date.now(),
      });
    },
    getProjects: () => client.call('getProjects'),
    recordUsageEvent: async (event) => client.call('recordUsageEvent', toNewUsageEvent(event, Date.now())),
    async getUsageStatsByProject(id, wantedMonth) {
      const stats = await client.call(
        'getUsageStatsByProject',
        parseInput(projectId, id),
        parseInput(month, wantedMonth),
      );
      return toUsageStats(stats);
    },
    getGlobalUsageStats: async (wantedMonth) =>
      client.call('getGlobalUsageStats', parseInput(month, wantedMonth)),
    getAllUsageStats: async (wantedMonth) => client.call('getAllUsageStats', parseInput(month, wantedMonth)),
    updateProjectPinned: async (id, pinned) =>
      client.call('updateProjectPinned', parseInput(projectId, id), parseInput(isPinned, pinned), Date.now()),
    getPinnedProjects: () => client.call('getPinnedProjects'),
    reorderPinnedProjects: async (ids) =>
      client.call('reorderPinnedProjects', parseInput(projectIds, ids), Date.now()),
    async importFiles(files, options = {}) {
      const chosen = toFiles('importFiles', files).map((file) => ({
        file,
        path: file.webkitRelativePath || file.name,
      }));
      // Loaded on first use: most visits import nothing.
      const { importFiles } = await import('../ingest/run/import-files');
      const summary = await importFiles(client, chosen, options);
      const english = await sentences();
      const problems = summary.problems.map((each) => ({
        ...each,
        reason: sentenceFor(each.reason, english),
      }));
      return { ...summary, problems };
    },
    async estimateDocuments(files, options) {
      const chosen = toFiles('estimateDocuments', files);
      return (await documentCalls()).estimateDocuments(client, chosen, options);
    },
    async addDocuments(id, files) {
      const chosen = toFiles('addDocuments', files);
      return (await documentCalls()).addDocuments(client, id, chosen);
    },
    startExtraction: async (extraction) => (await documentCalls()).startExtraction(client, extraction),
    getExtractions: async (id) => (await documentCalls()).getExtractions(client, id),
    async checkIntegrity() {
      const { ok, differences } = await client.call('checkIntegrity');
      const english = await sentences();
      return { ok, differences: differences.map((each) => sentenceFor(each, english)) };
    },
    async exportDatabase() {
      return new Blob([await client.call('exportDatabase')], { type: 'application/vnd.sqlite3' });
    },
  });
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** Loaded on first use: most visits extract nothing. */
const documentCalls = () => import('./document-calls');

function toFiles(call: string, files: Iterable<File>): File[] {
  const chosen = isIterable(files) ? [...files] : undefined;
  if (!chosen?.every((file) => file instanceof File)) {
    throw new TokentabError('BadInput', {
      code: 'invalid-argument',
      hint: `${call} takes a list of File objects.`,
    });
  }
  return chosen;
}

function isIterable(value: unknown): value is Iterable<File> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Drops the project's name and client, which this documented call doesn't return. */
function toUsageStats(stats: ProjectUsageStats): UsageStats {
  const usage: Partial<ProjectUsageStats> & UsageStats = { ...stats };
  delete usage.projectId;
  delete usage.projectName;
  delete usage.clientName;
  return usage;
}
