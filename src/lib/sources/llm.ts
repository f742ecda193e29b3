import { inAppData } from './places';
import type { Source } from './source';

/** The database in which Simon Willison's `llm` logs its prompts. */
export const llm: Source = {
  id: 'llm',
  name: 'LLM (command line)',
  certainty: 'tool source',
  places: inAppData({
    macos: 'io.datasette.llm',
    windows: 'io.datasette.llm',
    linux: '.config/io.datasette.llm',
  }),
  limits: ['no-project'],
  databases: ['logs.db'],
  tables: { responses: ['id', 'model', 'conversation_id', 'datetime_utc'] },
  reader: () => import('./llm/read'),
};
