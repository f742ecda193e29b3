import { familyKey } from '../../../../src/lib/model/families';
import type { SourceUsageEvent } from '../../../../src/lib/model/usage-event';
import { sourceEvent } from '../samples';

/** A call of a Codex session, whose key names the family of the session. */
export const codexEvent = (sessionId: string, call: number): SourceUsageEvent =>
  sourceEvent({ sessionId, dedupeKey: familyKey('codex-cli', sessionId, `call-${call}`), position: call });
