import type { Subscription } from '../../model/subscription';
import { call } from '../database/connection.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';

/** Adds or changes a subscription; undo restores what was there before. */
export const saveSubscription = undoable(
  async (subscription: Subscription, before: Subscription | null, said: string): Promise<void> => {
    await call('saveSubscription', subscription, Date.now());
    undoStack.offer(said, () =>
      before === null
        ? call('deleteSubscription', subscription.id, Date.now())
        : call('saveSubscription', before, Date.now()),
    );
  },
);

/** Deletes a subscription as if it had never been paid for. */
export const deleteSubscription = undoable(
  async (subscription: Subscription, said: string): Promise<void> => {
    await call('deleteSubscription', subscription.id, Date.now());
    undoStack.offer(said, () => call('saveSubscription', subscription, Date.now()));
  },
);
