import type { ProjectSummary } from '../../model/project';
import { projects } from '../../state/projects/projects.svelte';
import { pinArea } from './drag-place';
import { projectAt } from './project-at';

export interface DragSource {
  project: ProjectSummary;
  from: 'pins' | 'list';
  /** The pressed row, and the element that the preview copies and starts from. */
  row: Element;
  shown: Element;
}

/** Dragging must not prevent selecting numbers or using controls. */
const notDraggable = 'button, input, select, textarea, summary, [role="menu"], .number, thead';

/** What a press on this element would drag: a pin, or the project of a row if there is a sidebar to drop it on. */
export function dragSource(pressed: Element): DragSource | undefined {
  const at = pressed.closest(notDraggable) === null ? projectAt(pressed) : undefined;
  const project = at === undefined ? undefined : projects.byId(at.id);
  if (at === undefined || project === undefined) return undefined;
  if (at.row.closest('[data-pin-list]') !== null)
    return { project, from: 'pins', row: at.row, shown: at.row };
  if (project.isArchived || pinArea() === undefined) return undefined;
  return { project, from: 'list', row: at.row, shown: at.link };
}
