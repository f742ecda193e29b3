/**
 * Notes on each source for `docs/sources.md`. They aren't in the source's description, because the app would load them.
 * @typedef {object} SourceNote
 * @property {string} seen what was read to learn the format
 * @property {string} key what identifies a call
 * @property {string} counts what its counts include
 * @property {string} [unsure] what no file has proved
 * @property {string} [differs] where other trackers count differently, and why
 */

/** @type {Readonly<Record<string, SourceNote>>} */
export const sourceNotes = {
  'claude-code': {
    seen: 'three corpora of real logs, 1,126 responses, and a further session',
    key: 'message id and request id over all files; without a request id, a long message id alone',
    counts:
      'input excludes cache reads and writes; reasoning is inside output; the line with the largest total counts',
    unsure:
      'versions 2.1.11 to 2.1.29 logged placeholders for the output: such responses are marked as lower bounds',
    differs: 'trackers that add up lines count a response once per content block',
  },
  'codex-cli': {
    seen: 'a real rollout, and families of rollouts generated from its rules; cache writes from other trackers’ readers',
    key: 'the row’s running totals within a family of sessions that copied each other',
    counts:
      'input includes cached input and, in newer versions, cache writes; reasoning is inside output; repeated totals and the copied start of a fork count nothing',
    unsure: 'a fork whose parent and siblings are all missing can’t be told from a session of its own',
    differs: 'trackers that ignore forks count their copied start again',
  },
  'copilot-cli': {
    seen: 'a real session; the database by other trackers’ readers',
    key: 'session and model for the sums of a session; the row for a call of the database, which replaces the sums',
    counts: 'input includes cache reads and writes; reasoning is inside output',
    unsure: 'calls from before the database existed, if their session continued in it',
    differs: 'a tracker omits cached tokens from one sum and reasoning from another',
  },
  'gemini-cli': {
    seen: 'a real session, and the tool’s recorder of chats',
    key: 'the message’s UUID, otherwise with its session',
    counts: 'input includes cached; thoughts are on top of output; tool tokens as the record’s total shows',
    differs: 'a tracker adds the cached tokens to the input again',
  },
  zcode: {
    seen: 'other trackers’ readers',
    key: 'session and row',
    counts: 'input includes the cache',
    differs: 'some estimate from the log, whose counts are redacted',
  },
  opencode: {
    seen: 'its source and schemas of both versions; databases made from them',
    key: 'the millisecond, the model and the counts, because a fork copies messages under new ids',
    counts: 'input excludes the cache; whether output includes reasoning is decided by the record’s total',
    unsure:
      'records of the first version without a total: read as reasoning on top, except OpenAI’s. In the second version it is always on top',
  },
  cline: {
    seen: 'a synthetic task, and the source of Cline and Roo Code; no real task',
    key: 'the task’s first time, the type of entry and its time',
    counts:
      'Cline: input excludes the cache. Roo Code: includes it since 2025-10-31, before that for OpenAI’s protocol; more cache than input shows that a task excludes it',
    unsure: 'when each fork of Roo Code took over its change',
    differs: 'other trackers take all as excluding, and count Roo Code’s cache twice',
  },
  'cline-cli': {
    seen: 'a real session',
    key: 'the message’s id over all files',
    counts:
      'input includes the cache; reasoning is inside output; what a compaction removed counts as one sum',
    differs: 'a tracker takes input as excluding the cache: 1,169,084 instead of 634,649 tokens',
  },
  pi: {
    seen: 'a long real session of pi, and six real sessions of OpenClaw',
    key: 'message id, time and counts over all files',
    counts:
      'input excludes the cache, except where the record’s total shows that Google’s includes it; reasoning is inside output',
    unsure: 'the cost that is recorded for Google charges cached tokens twice, and is ignored',
    differs:
      'two trackers count Google’s cached tokens twice (+18 % on the real sessions); one leaves deleted and reset sessions out',
  },
  'kimi-code': {
    seen: 'two real sessions with a subagent and a compaction',
    key: 'session, agent, time and counts; equal records of a file count each',
    counts: 'all counts are disjoint; the call of a compaction counts',
    differs: 'two trackers drop the compaction (−5.9 %)',
  },
  'qwen-code': {
    seen: 'a recorded session, and the tool’s recorder of chats',
    key: 'the record’s UUID',
    counts:
      'prompt includes cached; output is the total minus the prompt, because thoughts are inside or on top by provider',
    unsure: 'numbers that the tool estimates if a provider gives only a total',
    differs: 'two trackers count cached tokens twice',
  },
  'grok-build': {
    seen: 'a session without usage, and the tool’s documentation',
    key: 'prompt and model; the last record counts',
    counts: 'input includes the cache; reasoning is inside output',
    unsure: 'older sessions record only how full the context is, which isn’t counted',
    differs: 'two trackers turn that gauge into 102,345 and 12,345 tokens',
  },
  amp: {
    seen: 'a synthetic thread, and other trackers’ readers',
    key: 'thread and place in its ledger; without a ledger, thread and message',
    counts: 'input excludes the cache; messages repeat the ledger’s calls, and count only without a ledger',
    unsure: 'threads of newer versions are kept on Amp’s server',
    differs: 'a tracker shows credits as dollars',
  },
  'mistral-vibe': {
    seen: 'two synthetic sessions, and the tool’s source; the store since version 2.25 by other trackers’ readers',
    key: 'session',
    counts:
      'the sum of a session; prompt includes the cache; the counts of newer messages are part of the sum',
    unsure:
      'older versions don’t record the cache. The store since version 2.25 names the model in another file than the counts, so such sessions have none',
    differs: 'a tracker spreads a session’s sum over its turns',
  },
  'copilot-chat': {
    seen: 'other trackers’ readers',
    key: 'session and request',
    counts: 'prompt and output of a turn, on the request or in its result by version',
    unsure: 'a turn may make several requests, so this is a lower bound',
    differs: 'a tracker adds the thinking of the turn’s rounds to the output, which includes it',
  },
  'copilot-traces': {
    seen: 'the schema of the extension’s store',
    key: 'span',
    counts: 'input includes the cache, unless the cache is larger',
  },
  dsh: {
    seen: 'a synthetic session, plain and packed',
    key: 'session, turn and step; the message’s usage wins over a chunk’s',
    counts: 'all counts are disjoint; reasoning is inside output; a step that was broken off counts',
    differs: 'a tracker drops the broken-off step',
  },
  droid: {
    seen: 'other trackers’ readers',
    key: 'session',
    counts: 'the sum of a session; input excludes the cache',
    unsure: 'whether thinking is inside output: taken as inside. The time is that of the file’s last change',
  },
  'kimi-cli': {
    seen: 'the tool’s source',
    key: 'message id',
    counts: 'all counts are disjoint',
    unsure: 'the model is only in the tool’s settings',
  },
  junie: {
    seen: 'other trackers’ readers and a source of the format',
    key: 'session, time, counts and place in the record',
    counts: 'all counts are taken as disjoint',
    unsure: 'whether input includes the cache',
  },
  mux: {
    seen: 'other trackers’ readers',
    key: 'message id',
    counts: 'input includes the cache; reasoning is inside output; the session’s sums repeat the calls',
  },
  poolside: {
    seen: 'other trackers’ readers',
    key: 'session, request and time',
    counts: 'input excludes the cache where the cache is larger',
    unsure: 'no real file was found',
  },
  'quick-desktop': {
    seen: 'other trackers’ readers',
    key: 'time, model and counts; equal lines of a file count each, unless they come back after lines of other times',
    counts: 'input and output as metered',
    unsure:
      'it may meter calls that another tool logs as well. A file whose lines all have one time, appended to itself, counts twice',
  },
  lingtai: {
    seen: 'the tool’s source',
    key: 'time, model and counts, and its number among such lines: the ledgers of daemons repeat lines of the agent’s. A line that comes back after lines of other times is a copy',
    counts: 'input includes cached tokens',
    unsure:
      'whether thinking is inside output: taken as inside. A ledger whose lines all have one second, appended to itself, counts twice',
  },
  zerostack: {
    seen: 'the tool’s source',
    key: 'session',
    counts: 'the sum of a session; input includes the cache',
    unsure: 'with Anthropic’s own interface, cache tokens aren’t in the file: the sum is a lower bound',
  },
  workbuddy: {
    seen: 'other trackers’ readers',
    key: 'session and message of the response, which is written on several lines',
    counts: 'whether the prompt includes the cache is decided by the total; reasoning is inside output',
    unsure: 'records without a total: read as including the cache, unless the cache is larger',
    differs: 'one tracker counts a response once per line and its cache twice',
  },
  codewhale: {
    seen: 'other trackers’ readers and their notes on the tool’s source',
    key: 'session',
    counts: 'all tokens of a session as one number, which can’t be priced; its cost is recorded',
    unsure: 'whether the number includes subagents',
    differs: 'a tracker prices the number as input',
  },
  'posit-assistant': {
    seen: 'other trackers’ readers',
    key: 'time, model and counts',
    counts: 'input excludes the cache; calls that keep the cache alive count',
    unsure: 'the workspace’s folder is in another file',
    differs: 'older readers leave out the calls that keep the cache alive',
  },
  piebald: {
    seen: 'the reader of the company that makes it',
    key: 'time and number of the message',
    counts:
      'OpenAI’s models: input includes the cache and output excludes reasoning; all others: input excludes the cache and output includes reasoning',
    unsure: 'no real database was found',
    differs: 'a tracker reads all models in one of the two ways',
  },
  'cherry-studio': {
    seen: 'the tool’s source of the backup; its messages by their documentation',
    key: 'topic and message',
    counts:
      'prompt and completion, estimated by the tool if the provider sends none; the estimate for a question isn’t usage',
    unsure: 'backups since version 6 copy the browser’s database, which can’t be read',
  },
  continue: {
    seen: 'the tool’s source, and lines of real development data',
    key: 'day, provider, model and counts, and its number among such calls of the day: neither file has an id. A line that comes back with its own time after lines of other times is a copy. A session of the command line: its id',
    counts:
      'Continue counts prompt and output itself; the cache isn’t separated; autocompletion is included. Its command line records the providers’ counts as the sum of a session, without model and time: the prompt includes the cache unless there are cache writes, which only Anthropic’s models have',
    unsure:
      'lines of earlier versions, and those in folders named in its settings, have no time: the database has the same calls. A call within a second of midnight (UTC) may count in both files',
    differs: 'trackers that read both the lines and the database count all calls twice',
  },
  goose: {
    seen: 'the tool’s source; a real database without counts',
    key: 'session and row of the ledger; session for the rest of its sum',
    counts:
      'input includes the cache; compactions are rows of the ledger, with their costs; only columns that begin with accumulated_ are sums',
    unsure: 'older sessions without a sum contain only their last request, and aren’t counted',
  },
  hermes: {
    seen: 'the tool’s source',
    key: 'session; in newer versions also model, provider and task, of which the first has the session’s key',
    counts:
      'the sums of a session; input excludes the cache; reasoning is inside output. Newer sums by model and task include calls that the session’s own sum leaves out, such as compactions',
    differs: 'trackers add reasoning on top, or leave out the other tasks’ calls',
  },
  crush: {
    seen: 'real databases of Crush and of OpenCode’s predecessor in Go, and Crush’s source',
    key: 'session',
    counts: 'cost only, because its token columns contain the last request',
    differs: 'one tracker shows 0 tokens, another the last request’s 143,098 as the sum',
  },
  zed: {
    seen: 'the tool’s source, and other trackers’ readers, one of which was compared with a real store',
    key: 'thread',
    counts: 'the thread’s cumulative usage; input excludes the cache',
    unsure: 'with Google’s models, Zed leaves thoughts out of the output',
    differs: 'the list of requests misses calls: its sum was a third of the total',
  },
  forge: {
    seen: 'other trackers’ readers',
    key: 'conversation, model and counts, and its number among such messages',
    counts: 'prompt includes cached tokens',
  },
  shelley: {
    seen: 'other trackers’ readers',
    key: 'message',
    counts: 'input excludes the cache; rows of errors count',
  },
  warp: {
    seen: 'other trackers’ readers',
    key: 'conversation and model',
    counts: 'a total without its split: it counts as input and has no computed price',
  },
  llm: {
    seen: 'the tool’s source and schema',
    key: 'the response’s id, which both of its tables share',
    counts: 'input includes cached tokens, except with Anthropic’s details',
    unsure: 'rows without counts never received any',
  },
  'open-webui': {
    seen: 'its source, documentation and export',
    key: 'chat and message',
    counts:
      'as the model’s server reported them: prompt includes cached tokens, unless the total shows otherwise. Newer versions add the sums of all calls of an answer, which count instead of the last call',
    unsure:
      'a server that reports nothing; in versions before these sums, only the last of several calls of an answer',
  },
  librechat: {
    seen: 'its documentation',
    key: 'transaction',
    counts: 'prompt and completion are separate transactions; input excludes the cache',
  },
  anythingllm: {
    seen: 'its schema',
    key: 'row and time',
    counts: 'prompt and completion; the cache isn’t separated',
  },
  'lm-studio': {
    seen: 'other trackers’ readers',
    key: 'conversation and generated step',
    counts: 'all versions of an answer were generated, and count',
  },
  ollama: {
    seen: 'its API documentation',
    key: 'time, model and output',
    counts: 'a cached prompt may be left out by the server',
  },
  'anthropic-cost': {
    seen: 'the export’s header',
    key: '–',
    counts: 'costs only, so it isn’t imported; Tokentab asks for the usage export',
  },
  'anthropic-usage': {
    seen: 'an export with real headers',
    key: 'day or hour and all identifying columns; a later export replaces the bucket',
    counts: 'five disjoint columns',
  },
  'cursor-usage': {
    seen: 'descriptions of the export',
    key: 'time, identifying columns and counts',
    counts: 'input with and without cache writes are separate columns',
    unsure: 'no real export was available',
  },
  helicone: {
    seen: 'its source (the query, the processors of answers and the export tool), and an export with invented numbers',
    key: 'request id; in the CSV of the export tool, which has none, the response id',
    counts:
      'the prompt excludes the cache: Helicone subtracts it for every provider. The row’s total leaves the cache out',
    unsure:
      'rows from before Helicone stored cached tokens. The tool’s CSV and JSON of the same requests have no common key',
  },
  langfuse: {
    seen: 'its documentation',
    key: 'observation id',
    counts: 'the keys of usage_details, which are free; only generations count',
  },
  litellm: {
    seen: 'a sample log, the schema of its table, and the proxy’s source',
    key: 'request id',
    counts:
      'prompt includes cache reads and writes, for every provider; rows answered from the proxy’s cache keep their tokens and cost nothing',
  },
  'openai-activity': {
    seen: 'an export with real headers',
    key: 'bucket and all identifying columns',
    counts: 'context tokens include cached ones',
  },
  'openai-cost': {
    seen: 'the export’s header',
    key: '–',
    counts: 'costs only, so it isn’t imported; Tokentab asks for the usage export',
  },
  'openai-usage': {
    seen: 'a real export',
    key: 'bucket and all identifying columns; a later export replaces the bucket',
    counts: 'input includes cached input',
  },
  'openai-usage-api': {
    seen: 'its documentation',
    key: 'bucket, kind and the groups that were asked for; a later answer replaces the bucket',
    counts: 'input includes cached input; audio tokens have counts of their own, which aren’t added',
    unsure:
      'answers about the same days in other groups, and the CSV export, contain the same tokens and have other keys',
  },
  'anthropic-usage-api': {
    seen: 'its documentation',
    key: 'bucket and the groups that were asked for; a later answer replaces the bucket',
    counts: 'five disjoint counts',
    unsure:
      'answers about the same days in other groups, and the CSV export, contain the same tokens and have other keys',
  },
  'openrouter-daily': {
    seen: 'its documentation',
    key: 'day, model, endpoint and provider',
    counts:
      'prompt and completion; reasoning is inside completion; the cache isn’t separated; the recorded cost is OpenRouter’s bill',
  },
  'opencode-console': {
    seen: 'its documentation, with an example',
    key: 'day, user, provider and model; a later export replaces the day',
    counts: 'five disjoint counts; the recorded cost is OpenCode’s bill',
    unsure: 'that input excludes cache writes: the example shows only that it excludes cache reads',
  },
  'openrouter-activity': {
    seen: 'descriptions of the export',
    key: 'generation id',
    counts:
      'prompt includes cached tokens; reasoning is inside completion; the recorded cost is OpenRouter’s bill',
  },
  'bedrock-log': {
    seen: 'its documentation',
    key: 'request id',
    counts: 'input excludes the cache; rows with an error have no counts',
  },
  'cloudflare-gateway': {
    seen: 'its documentation',
    key: 'log id',
    counts: 'answers from the gateway’s cache count nothing',
  },
  portkey: {
    seen: 'descriptions of the export',
    key: 'log id',
    counts: 'prompt and completion; cost in cents',
    unsure: 'no real export was available',
  },
  'vercel-report': {
    seen: 'its documentation',
    key: 'day, model and identifying columns',
    counts: 'input includes cache reads and writes',
  },
  langsmith: {
    seen: 'its documentation',
    key: 'run id',
    counts: 'input includes the cache; chains repeat their runs and don’t count',
  },
  weave: {
    seen: 'its documentation',
    key: 'call and model',
    counts: 'parents include their children’s usage, so only leaves count',
  },
  mlflow: {
    seen: 'its documentation',
    key: 'trace and span',
    counts: 'whether input includes the cache is decided by the total; the trace’s own sum doesn’t count',
  },
  'vercel-ai-sdk': {
    seen: 'real spans of AI SDK 6',
    key: 'trace and span',
    counts: 'input includes cached input; only the inner spans that call a provider count',
    differs: 'trackers that add the outer spans count 898 instead of 449 tokens',
  },
  'api-response': {
    seen: 'the providers’ API documentation',
    key: 'response id, otherwise a hash of the response',
    counts: 'as each provider defines them',
    unsure: 'Anthropic’s responses have no date, so the time of the import is used',
  },
  otlp: {
    seen: 'the semantic conventions, and OpenInference’s',
    key: 'response id, otherwise trace and span',
    counts: 'input includes the cache; agents’ and chains’ spans repeat their children and don’t count',
  },
  aider: {
    seen: 'the author’s published log, 107 calls',
    key: 'time, model and counts',
    counts: 'prompt includes the cache, which isn’t separated',
  },
  'aider-history': {
    seen: 'a real history',
    key: 'chat, message and its counts',
    counts: 'rounded to tenths of a thousand, then to thousands',
    unsure: 'whether “sent” includes cache hits differs by version',
  },
  'swe-agent': {
    seen: 'two real trajectories',
    key: 'instance and its sums',
    counts: 'the sum of a run, without cache; the time is that of the file',
  },
  atif: {
    seen: 'the format’s documentation',
    key: 'session and step',
    counts: 'prompt includes cached tokens; final metrics are their sum',
  },
  openhands: {
    seen: 'real output of an evaluation; the source of its SDK',
    key: 'instance or conversation, and response id',
    counts:
      'prompt includes the cache, unless the cache is larger; the accumulated usage repeats the calls; a conversation’s calls have the times of their costs',
    unsure: 'if some calls have no cost, those of the conversation are dated by the file',
    differs: 'trackers that read only the events of a conversation find no usage',
  },
  'inspect-ai': {
    seen: 'three real logs, one packed',
    key: 'time, model and counts of the model’s event',
    counts: 'whether input includes the cache is decided by the total; answers from disk don’t count',
  },
  gptme: {
    seen: 'other trackers’ readers',
    key: 'time, model and counts',
    counts: 'input excludes the cache',
  },
};
