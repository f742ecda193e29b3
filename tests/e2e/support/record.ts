import type { Page } from 'playwright';

export interface Usage {
  project: string;
  /** ISO, UTC. */
  at: string;
  tokens: number;
}

/** With or without a client. */
export type ClientUsage = Usage & { client?: string };

/** Stores usage of projects that have clients. */
export async function recordForClients(page: Page, usage: ClientUsage[]): Promise<void> {
  const clients = usage.map(({ project, client }) => [project, client] as const);
  await page.evaluate(async (clients) => {
    for (const [name, clientName] of new Map(clients)) {
      await window.tokentab.createProject({ name, ...(clientName !== undefined && { clientName }) });
    }
  }, clients);
  await record(page, usage);
}

/**
 * Stores usage with the public API; projects are created when they are first named. Returns the projects' ids by
 * name.
 */
export function record(page: Page, usage: Usage[]): Promise<Record<string, string>> {
  return page.evaluate(async (usage) => {
    const known = await window.tokentab.getProjects();
    const ids: Record<string, string> = Object.fromEntries(known.map(({ name, id }) => [name, id]));
    for (const { project, at, tokens } of usage) {
      const projectId = (ids[project] ??= (await window.tokentab.createProject({ name: project })).id);
      await window.tokentab.recordUsageEvent({
        projectId,
        eventType: 'chat',
        llmMode: 'cloud',
        model: 'gpt-5',
        promptTokens: tokens,
        completionTokens: 0,
        occurredAt: at,
      });
    }
    return ids;
  }, usage);
}
