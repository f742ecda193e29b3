import type { DayRange } from './months';

/**
 * Sources that record calls from outside: gateways, proxies, traces, providers' exports. The tool that made a call may
 * have recorded it too, and no key identifies the two records as the same call.
 */
export const observers: readonly string[] = [
  'anthropic-usage',
  'anthropic-usage-api',
  'openai-usage',
  'openai-usage-api',
  'openai-activity',
  'openrouter-activity',
  'openrouter-daily',
  'opencode-console',
  'bedrock-log',
  'cloudflare-gateway',
  'portkey',
  'vercel-report',
  'litellm',
  'helicone',
  'langfuse',
  'langsmith',
  'weave',
  'mlflow',
  'vercel-ai-sdk',
  'otlp',
  'copilot-traces',
  'quick-desktop',
  'api-response',
];

/** Usage of one source: these models in these folders, on these days. '' stands for an unknown folder. */
export interface UsagePart extends DayRange {
  source: string;
  models: readonly string[];
  paths: readonly string[];
}

export interface MeasuredPart extends UsagePart {
  projectIds: readonly string[];
  eventCount: number;
  totalTokens: number;
}

/** Two sources have usage of the same models on the same days, so they may have recorded the same calls. */
export interface PossibleCopies {
  observer: MeasuredPart;
  other: MeasuredPart;
}

/** What the user decided about possible copies: leave a part out, or count it although `beside` has the same models. */
export interface CopyDecision {
  id: string;
  isLeftOut: boolean;
  part: UsagePart;
  beside: string;
}

/** For a part that is left out, with what is left out now. */
export interface SavedCopyDecision extends CopyDecision {
  part: MeasuredPart;
  decidedAt: number;
}
