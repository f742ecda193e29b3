import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = { needed: ['tokensin', 'tokensout', 'createdat', 'model', 'provider'] };

/** The log of Cloudflare's AI Gateway. */
export const cloudflareGateway: Source = {
  id: 'cloudflare-gateway',
  name: 'Cloudflare AI Gateway log',
  certainty: 'documentation',
  places: exportedFrom('Cloudflare: AI Gateway, Logs, or its API'),
  limits: ['no-cache-split'],
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./cloudflare-gateway/read'),
};
