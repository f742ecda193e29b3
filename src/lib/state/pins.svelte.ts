import type { ProjectSummary } from '../model/project';
import { formatNumber } from '../texts/format';
import { t } from '../texts/texts';
import { announcer } from './announcer.svelte';
import { call } from './connection.svelte';
import { pinAsBefore } from './pin-as-before';
import { projectName, projects } from './projects.svelte';
import { reportFailure } from './report';
import { undoStack } from './undo.svelte';

type Move = 'up' | 'down' | 'top' | 'bottom';

/**
 * The pinned projects in order. A change shows at once (`#hoped`) and is dropped again when the database has answered:
 * then the truth, or, after a failure, the order before.
 */
class Pins {
  #hoped = $state.raw<readonly string[]>();
  #writes = 0;

  #stored = $derived(
    projects.all.filter(({ isPinned }) => isPinned).toSorted((a, b) => a.pinOrder - b.pinOrder),
  );

  list: readonly ProjectSummary[] = $derived.by(() => {
    const hoped = this.#hoped;
    if (hoped === undefined) return this.#stored;
    return hoped.map((id) => projects.byId(id)).filter((project) => project !== undefined);
  });

  has(id: string): boolean {
    return this.list.some((project) => project.id === id);
  }

  async pin(project: ProjectSummary): Promise<void> {
    const ids = [...this.#ids().filter((id) => id !== project.id), project.id];
    const isSaved = await this.#write(ids, t.pins.pinFailed, () =>
      call('updateProjectPinned', project.id, true, Date.now()),
    );
    if (isSaved) announcer.say(t.pins.pinnedAnnouncement(projectName(project), formatNumber(ids.length)));
  }

  async unpin(project: ProjectSummary): Promise<void> {
    const before = this.#ids();
    const isSaved = await this.#write(
      before.filter((id) => id !== project.id),
      t.pins.pinFailed,
      () => call('updateProjectPinned', project.id, false, Date.now()),
    );
    if (!isSaved) return;
    undoStack.offer(t.pins.unpinnedToast(projectName(project)), () => pinAsBefore(project.id, before));
  }

  toggle(project: ProjectSummary): Promise<void> {
    return this.has(project.id) ? this.unpin(project) : this.pin(project);
  }

  async move(project: ProjectSummary, move: Move): Promise<void> {
    const ids = this.#ids();
    const from = ids.indexOf(project.id);
    const last = ids.length - 1;
    const to = { up: Math.max(0, from - 1), down: Math.min(last, from + 1), top: 0, bottom: last }[move];
    if (from === -1 || to === from) return;
    ids.splice(from, 1);
    ids.splice(to, 0, project.id);
    const isSaved = await this.reorder(ids);
    if (!isSaved) return;
    announcer.say(t.pins.moved(projectName(project), formatNumber(to + 1), formatNumber(ids.length)));
  }

  /** The whole order at once; also what dragging will use. */
  reorder(ids: readonly string[]): Promise<boolean> {
    return this.#write(ids, t.pins.failed, () => call('reorderPinnedProjects', [...ids], Date.now()));
  }

  #ids(): string[] {
    return this.list.map(({ id }) => id);
  }

  async #write(hoped: readonly string[], failure: string, write: () => Promise<unknown>): Promise<boolean> {
    this.#hoped = hoped;
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
      // A later write has its own hope: only the last one lets go.
      if (own === this.#writes) this.#hoped = undefined;
    }
  }
}

export const pins = new Pins();
