import type { Page } from 'playwright';
import { expect } from 'playwright/test';

/** Makes one call by name, as scripts do, with any arguments. Returns an error as data. */
export function attempt(page: Page, name: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    async ({ name, args }) => {
      const calls = window.tokentab as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      try {
        return await calls[name]?.(...args);
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { code, message };
      }
    },
    { name, args },
  );
}

export const createProject = (page: Page, name: string) =>
  page.evaluate(async (name) => (await window.tokentab.createProject({ name })).id, name);

export const event = (projectId: string, more: object = {}) => ({
  projectId,
  eventType: 'chat',
  llmMode: 'cloud',
  promptTokens: 10,
  completionTokens: 5,
  ...more,
});

export const badInput = (message: unknown = expect.any(String)) => ({ code: 'BadInput', message });
