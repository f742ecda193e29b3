import type { CopyDecision, PossibleCopies, SavedCopyDecision, UsagePart } from '../../model/copies';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';
import { sourceName } from './source-names';

/** Leaves one side out, or counts both (null). Offers undo; a failure is reported. */
export const decideCopies = undoable(
  async (copies: PossibleCopies, leftOut: 'observer' | 'other' | null): Promise<void> => {
    const part = copies[leftOut ?? 'observer'];
    const beside = copies[leftOut === 'other' ? 'observer' : 'other'];
    const decision: CopyDecision = {
      id: newId(),
      isLeftOut: leftOut !== null,
      part: partOf(part),
      beside: beside.source,
    };
    const name = sourceName(part.source);
    const done =
      leftOut === null
        ? t.copies.bothToast(name, sourceName(beside.source))
        : t.copies.leftOutToast(name, t.events.tokens(part.totalTokens));
    try {
      await call('decideCopies', decision, Date.now());
      undoStack.offer(done, () => call('takeBackCopies', decision.id, Date.now()));
    } catch (error) {
      reportFailure(t.copies.failed, error);
    }
  },
);

/** Revokes a decision: left-out usage counts again, or the question is asked again. Offers undo; reports failures. */
export const takeBackCopies = undoable(async (saved: SavedCopyDecision): Promise<void> => {
  const { id, isLeftOut, beside } = saved;
  const decision = { id, isLeftOut, beside, part: partOf(saved.part) };
  try {
    await call('takeBackCopies', id, Date.now());
    undoStack.offer(t.copies.takenBackToast(sourceName(saved.part.source)), () =>
      call('decideCopies', decision, Date.now()),
    );
  } catch (error) {
    reportFailure(t.copies.failed, error);
  }
});

function partOf({ source, models, paths, from, to }: UsagePart): UsagePart {
  return { source, models, paths, from, to };
}
