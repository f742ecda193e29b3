import type { ProjectSummary } from '../../model/project';
import { formatNumber } from '../../texts/format';
import { t } from '../../texts/texts';
import { announcer } from '../shell/announcer.svelte';
import { pins } from './pins.svelte';
import { projectName } from '../projects/projects.svelte';

interface Held {
  project: ProjectSummary;
  /** A pin follows the pointer. A row of a list stays where it is, and a line shows where it would land. */
  from: 'pins' | 'list';
}

/** An index among the pins. 'out': releasing unpins. Undefined: releasing does nothing. */
export type Place = number | 'out' | undefined;

/** The project being dragged, and what releasing it would do. Nothing is stored before that. */
class PinDrag {
  held = $state.raw<Held>();
  place = $state.raw<Place>();

  /** The gap where the drop line is shown. */
  get line(): number | undefined {
    return this.held?.from === 'list' && typeof this.place === 'number' ? this.place : undefined;
  }

  start(project: ProjectSummary, from: Held['from']): void {
    this.held = { project, from };
    this.place = from === 'pins' ? pins.indexOf(project.id) : undefined;
    announcer.say(t.pins.held(projectName(project)));
  }

  over(place: Place): void {
    if (this.held === undefined || place === this.place) return;
    this.place = place;
    const { project, from } = this.held;
    if (from === 'pins') pins.preview(project.id, place === 'out' ? undefined : place);
    announcer.say(this.#described(projectName(project), place));
  }

  cancel(): void {
    if (this.held === undefined) return;
    const { project, from } = this.held;
    this.#end();
    const name = projectName(project);
    announcer.say(
      from === 'pins'
        ? t.pins.putBack(name, formatNumber(pins.indexOf(project.id) + 1), formatNumber(pins.list.length))
        : t.pins.notPinned(name),
    );
  }

  drop(): void {
    if (this.held === undefined) return;
    const { project, from } = this.held;
    const place = this.place;
    if (place === undefined) {
      this.cancel();
      return;
    }
    this.#end();
    if (place === 'out') void pins.unpin(project);
    else if (from === 'pins') void pins.moveTo(project, place);
    else void pins.dropInto(project, place);
  }

  #end(): void {
    if (this.held !== undefined) pins.preview(this.held.project.id);
    this.held = undefined;
    this.place = undefined;
  }

  #described(name: string, place: Place): string {
    if (place === undefined) return t.pins.notPinned(name);
    if (place === 'out') return t.pins.releaseToUnpinName(name);
    return t.pins.heldAt(name, formatNumber(place + 1));
  }
}

export const pinDrag = new PinDrag();
