import type { ProjectSummary } from '../../model/project';
import { formatNumber } from '../../texts/format';
import { t } from '../../texts/texts';
import { announcer } from '../shell/announcer.svelte';
import { call } from '../database/connection.svelte';
import { moveTo } from './pin-order';
import { projectName, projects } from '../projects/projects.svelte';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';

type Move = 'up' | 'down' | 'top' | 'bottom';

/**
 * The pinned projects in order. A change is shown at once (`#optimistic`) and replaced once the database has answered: by
 * the stored order, which after a failure is the order before.
 */
class Pins {
  #optimistic = $state.raw<readonly string[]>();
  #preview = $state.raw<{ id: string; index: number }>();
  #writes = 0;

  #stored = $derived(
    projects.all.filter(({ isPinned }) => isPinned).toSorted((a, b) => a.pinOrder - b.pinOrder),
  );

  /** Without the preview of a drag. */
  #settled: readonly string[] = $derived(this.#optimistic ?? this.#stored.map(({ id }) => id));

  #ids = $derived(new Set(this.#settled));

  list: readonly ProjectSummary[] = $derived.by(() => {
    const held = this.#preview;
    const ids = held === undefined ? this.#settled : moveTo(this.#settled, held.id, held.index);
    return ids.map((id) => projects.byId(id)).filter((project) => project !== undefined);
  });

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The position, from 0; -1 when the project isn't pinned. */
  indexOf(id: string): number {
    return this.#settled.indexOf(id);
  }

  /**
   * Shows a pin at another position while it is dragged. Stores nothing. Without an index, the order is shown as it
   * is.
   */
  preview(id: string, index?: number): void {
    this.#preview = index === undefined ? undefined : { id, index };
  }

  pin = undoable(async (project: ProjectSummary): Promise<void> => {
    const ids = [...this.#settled.filter((id) => id !== project.id), project.id];
    await this.#writePinned(project, ids, () => call('updateProjectPinned', project.id, true, Date.now()));
  });

  /**
   * Drops a project into the gap after the first `gap` pins. It is pinned there, or moved if it was already pinned.
   */
  dropInto = undoable(async (project: ProjectSummary, gap: number): Promise<void> => {
    const from = this.indexOf(project.id);
    // When a pin leaves its position, the gaps after it move up by one.
    if (from !== -1) return this.moveTo(project, from < gap ? gap - 1 : gap);
    await this.#writePinned(project, this.#settled.toSpliced(gap, 0, project.id), () =>
      call('pinProjectAt', project.id, gap, Date.now()),
    );
  });

  unpin = undoable(async (project: ProjectSummary): Promise<void> => {
    const before = this.#settled;
    const isSaved = await this.#write(
      before.filter((id) => id !== project.id),
      t.pins.pinFailed,
      () => call('updateProjectPinned', project.id, false, Date.now()),
    );
    if (!isSaved) return;
    undoStack.offer(t.pins.unpinnedToast(projectName(project)), () =>
      call('restorePin', project.id, before, Date.now()),
    );
  });

  toggle(project: ProjectSummary): Promise<void> {
    return this.has(project.id) ? this.unpin(project) : this.pin(project);
  }

  move(project: ProjectSummary, move: Move): Promise<void> {
    const from = this.indexOf(project.id);
    const last = this.#settled.length - 1;
    const to = { up: Math.max(0, from - 1), down: Math.min(last, from + 1), top: 0, bottom: last }[move];
    return this.moveTo(project, to);
  }

  /** Stores the whole order in one transaction. Does nothing when the pin is already there, or isn't pinned. */
  moveTo = undoable(async (project: ProjectSummary, index: number): Promise<void> => {
    const before = this.#settled;
    const ids = moveTo(before, project.id, index);
    if (ids.every((id, place) => id === before[place])) return;
    const message = t.pins.moved(projectName(project), formatNumber(index + 1), formatNumber(ids.length));
    const forget = undoStack.remember(message, async () => {
      // Only the move is undone: a pin that was unpinned since stays unpinned.
      if (this.has(project.id)) await call('restorePin', project.id, before, Date.now());
    });
    const write = () => call('reorderPinnedProjects', [...ids], Date.now());
    if (await this.#write(ids, t.pins.failed, write)) announcer.say(message);
    else forget();
  });

  async #writePinned(
    project: ProjectSummary,
    optimistic: readonly string[],
    write: () => Promise<unknown>,
  ): Promise<void> {
    const place = formatNumber(optimistic.indexOf(project.id) + 1);
    const message = t.pins.pinnedAnnouncement(projectName(project), place);
    const forget = undoStack.remember(message, () =>
      call('updateProjectPinned', project.id, false, Date.now()),
    );
    if (await this.#write(optimistic, t.pins.pinFailed, write)) announcer.say(message);
    else forget();
  }

  async #write(
    optimistic: readonly string[],
    failure: string,
    write: () => Promise<unknown>,
  ): Promise<boolean> {
    this.#optimistic = optimistic;
    const own = ++this.#writes;
    try {
      await write();
      await projects.refresh();
      return true;
    } catch (error) {
      reportFailure(failure, error);
      announcer.say(failure);
      return false;
    } finally {
      // Only the last write clears the optimistic order; an earlier one must leave it.
      if (own === this.#writes) this.#optimistic = undefined;
    }
  }
}

export const pins = new Pins();
