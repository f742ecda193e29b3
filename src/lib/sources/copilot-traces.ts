import { inEditors } from './places';
import type { Source } from './source';

/** The traces of Copilot Chat in Visual Studio Code, which it keeps if both of its settings for OpenTelemetry are on. */
export const copilotTraces: Source = {
  id: 'copilot-traces',
  name: 'GitHub Copilot traces (VS Code)',
  certainty: 'tool source',
  places: inEditors('globalStorage/github.copilot-chat'),
  limits: ['no-project'],
  databases: ['agent-traces.db'],
  tables: { spans: ['span_id', 'operation_name', 'chat_session_id', 'input_tokens', 'cached_tokens'] },
  reader: () => import('./copilot-traces/read'),
};
