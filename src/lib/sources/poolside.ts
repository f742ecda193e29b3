import { inAppData } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Poolside's trajectories: one event per line, with the usage of a request when it ends. */
export const poolside: Source = {
  id: 'poolside',
  name: 'Poolside',
  certainty: 'other trackers',
  places: inAppData({ macos: 'poolside', windows: 'poolside', linux: '.local/state/poolside' }),
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./poolside/read'),
};

function isOwnLine(keys: TopLevelKeys): boolean {
  if (!keys.has('type') || !keys.has('timestamp')) return false;
  return ['session_start', 'tool_call_inference_start', 'tool_call_inference_end'].some((key) =>
    keys.has(key),
  );
}
