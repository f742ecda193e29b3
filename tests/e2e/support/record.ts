import type { Page } from 'playwright';

export interface Usage {
  project: string;
  /** ISO, UTC. */
  at: string;
  tokens: number;
}

/** Stores usage through the public calls; projects are made when they are first named. Gives the projects' ids by name. */
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
