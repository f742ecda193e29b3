import { exportedFrom } from './places';
import type { Source } from './source';

/** MLflow's traces, as JSON documents and in the database of its server. */
export const mlflow: Source = {
  id: 'mlflow',
  name: 'MLflow traces',
  certainty: 'documentation',
  places: exportedFrom('The server’s mlflow.db', 'Traces as JSON (Trace.to_json)'),
  detect: ({ keys, text }) => keys.has('info') && keys.has('data') && /mlflow\.\w/.test(text),
  databases: ['mlflow.db'],
  tables: { spans: ['trace_id', 'span_id', 'content'] },
  reader: () => import('./mlflow/read'),
};
