/** Builds invented Claude Code lines. */
export type Fields = Record<string, unknown>;

const usage: Fields = {
  input_tokens: 3,
  cache_creation_input_tokens: 100,
  cache_read_input_tokens: 2_000,
  cache_creation: { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 },
  output_tokens: 50,
};

export function userLine(change: Fields = {}): Fields {
  return {
    parentUuid: null,
    cwd: '/home/ada/shop',
    sessionId: 'session-1',
    version: '2.1.60',
    type: 'user',
    message: { role: 'user', content: 'SECRET prompt' },
    timestamp: '2026-11-02T09:00:00.000Z',
    ...change,
  };
}

export function assistantLine(change: { line?: Fields; message?: Fields; usage?: Fields } = {}): Fields {
  return {
    parentUuid: 'u1',
    cwd: '/home/ada/shop',
    sessionId: 'session-1',
    version: '2.1.60',
    type: 'assistant',
    requestId: 'req_1',
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-4-5-20250929',
      content: [{ type: 'text', text: 'SECRET answer' }],
      stop_reason: 'end_turn',
      ...change.message,
      usage: { ...usage, ...change.usage },
    },
    timestamp: '2026-11-02T09:00:05.000Z',
    ...change.line,
  };
}

/** The form in which a parent's log repeats the lines of a subagent. */
export function progressLine(inner: Fields): Fields {
  return {
    ...userLine({ type: 'progress', timestamp: '2026-11-02T09:00:05.030Z' }),
    message: undefined,
    data: { type: 'agent_progress', message: inner },
  };
}

export function toLog(...lines: (Fields | string)[]): string {
  return lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}
