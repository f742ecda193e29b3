/** Exports whose rows are sums over an hour or a day: one row is one usage event, and may stand for many calls. */
const summed: ReadonlySet<string> = new Set(['openai-usage', 'openai-activity', 'anthropic-usage']);

export const isSummedSource = (source: string): boolean => summed.has(source);
