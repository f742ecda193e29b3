import type { SourceSession, SourceUsageEvent } from '../../model/usage-event';

export interface SampleProject {
  path: string;
  name: string;
  clientName: string | null;
  isPinned: boolean;
  /** The number of calls on a usual working day. */
  calls: number;
}

/** Invented. An import first names a project after its folder. */
export const sampleProjects: readonly SampleProject[] = [
  {
    path: '/home/sam/clients/harbour-shop',
    name: 'Harbour Shop',
    clientName: 'Harbour & Sons',
    isPinned: true,
    calls: 12,
  },
  {
    path: '/home/sam/clients/harbour-stock',
    name: 'Harbour Stock',
    clientName: 'Harbour & Sons',
    isPinned: false,
    calls: 7,
  },
  {
    path: '/home/sam/clients/tideline-app',
    name: 'Tideline App',
    clientName: 'Tideline',
    isPinned: true,
    calls: 11,
  },
  {
    path: '/home/sam/clients/meadow-clinic',
    name: 'Meadow Clinic',
    clientName: 'Meadow Health',
    isPinned: false,
    calls: 6,
  },
  { path: '/home/sam/clients/cv-reader', name: 'CV Reader', clientName: null, isPinned: false, calls: 4 },
  { path: '/home/sam/notes', name: 'Notes', clientName: null, isPinned: false, calls: 3 },
];

const models = [
  { model: 'claude-sonnet-4-5-20250929', provider: 'anthropic', llmMode: 'cloud', share: 0.55 },
  { model: 'claude-opus-4-5-20251101', provider: 'anthropic', llmMode: 'cloud', share: 0.2 },
  { model: 'claude-haiku-4-5-20251001', provider: 'anthropic', llmMode: 'cloud', share: 0.17 },
  { model: 'qwen3-coder-30b', provider: null, llmMode: 'local', share: 0.08 },
] as const;

const hour = 60 * 60 * 1000;

export interface SampleDay {
  sessions: SourceSession[];
  events: SourceUsageEvent[];
}

/**
 * The invented usage of one UTC day up to `now`. A day that is over always has the same usage. Today is always a working
 * day, squeezed into the hours so far: on the first of a month, the page of the month must not be empty.
 */
export function sampleDay(dayStart: number, now: number): SampleDay {
  const day: SampleDay = { sessions: [], events: [] };
  const length = Math.min(24 * hour, now - dayStart);
  for (const [index, project] of sampleProjects.entries())
    addProjectDay(day, project, index, { start: dayStart, length });
  day.events = day.events.filter((event) => event.occurredAt <= now);
  day.sessions = day.sessions.filter((session) => session.beganAt <= now);
  return day;
}

function addProjectDay(
  day: SampleDay,
  project: SampleProject,
  index: number,
  { start, length }: { start: number; length: number },
): void {
  const date = new Date(start).toISOString().slice(0, 10);
  const random = randomFrom(start / 1000 + index * 7919);
  const weekday = new Date(start).getUTCDay();
  const isWeekend = (weekday === 0 || weekday === 6) && length === 24 * hour;
  // Work on a project comes and goes over weeks, at its own rhythm.
  const season = 0.65 + 0.5 * Math.sin(start / (hour * 24 * 9) + index * 1.7);
  const calls = Math.round(project.calls * season * (isWeekend ? 0.15 : 1) * (0.5 + random()));
  if (calls <= 0) return;

  const sessionId = `sample-${date}-${index}`;
  const shownHour = length / 24;
  let time = start + (7 + random() * 6) * shownHour;
  day.sessions.push({ sessionId, beganAt: Math.round(time), beganIn: project.path });
  for (let call = 0; call < calls; call += 1) {
    day.events.push(sampleEvent(project, `claude-code:${sessionId}-${call}`, sessionId, time, call, random));
    time += (0.02 + random() * 0.9) * shownHour;
  }
}

function sampleEvent(
  project: SampleProject,
  dedupeKey: string,
  sessionId: string,
  time: number,
  call: number,
  random: () => number,
): SourceUsageEvent {
  const { model, provider, llmMode } = pickModel(random());
  const isLocal = llmMode === 'local';
  const context = Math.round(8_000 + call * 6_000 + random() * 60_000);
  const written = Math.round(500 + random() * 9_000);
  const isLongCache = !isLocal && random() < 0.15;
  return {
    dedupeKey,
    sessionId,
    occurredAt: Math.round(time),
    granularity: 'moment',
    path: random() < 0.2 ? `${project.path}/src` : project.path,
    provider,
    model,
    eventType: project.name === 'CV Reader' && random() < 0.6 ? 'cv_extraction' : 'chat',
    llmMode,
    position: call + 1,
    isOutputFinal: true,
    inputTokens: isLocal ? context : Math.round(3 + random() * 900),
    cacheReadTokens: isLocal ? 0 : context,
    cacheWrite5mTokens: isLocal || isLongCache ? 0 : written,
    cacheWrite1hTokens: isLongCache ? written : 0,
    outputTokens: Math.round(120 + random() * random() * 6_000),
    reasoningTokens: 0,
  };
}

function pickModel(at: number): (typeof models)[number] {
  let left = at;
  for (const model of models) {
    left -= model.share;
    if (left < 0) return model;
  }
  return models[0];
}

/** A small seeded generator (mulberry32): good enough for samples, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
