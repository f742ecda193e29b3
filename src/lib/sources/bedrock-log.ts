import { exportedFrom } from './places';
import type { Source } from './source';

/** Amazon Bedrock's invocation log, as delivered to S3: one call per line, usually gzipped. */
export const bedrockLog: Source = {
  id: 'bedrock-log',
  name: 'Bedrock invocation log',
  certainty: 'documentation',
  places: exportedFrom('The S3 bucket of Bedrock’s model invocation logging'),
  detect: (head) =>
    head.keysOfLines.some((keys) => keys.get('schemaType') === 'ModelInvocationLog' && keys.has('modelId')),
  reader: () => import('./bedrock-log/read'),
};
