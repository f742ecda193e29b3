import type { Source } from './source';

/**
 * OpenTelemetry traces in OTLP JSON with GenAI or OpenInference (Phoenix) attributes, one document or one batch per
 * line.
 */
export const otlp: Source = {
  id: 'otlp',
  name: 'OpenTelemetry (OTLP JSON)',
  certainty: 'documentation',
  places: {},
  growsByLines: true,
  detect: (head) =>
    head.keys.has('resourceSpans') || head.keysOfLines.some((keys) => keys.has('resourceSpans')),
  reader: () => import('./otlp/read'),
};
