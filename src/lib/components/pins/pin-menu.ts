import type { ProjectSummary } from '../../model/project';
import { pins } from '../../state/pins/pins.svelte';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

/** Menu items for everything that dragging a pin can do. */
export function pinItems(
  project: ProjectSummary,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): MenuItem[] {
  return [
    { label: t.pins.moveUp, isDisabled: isFirst, run: () => void pins.move(project, 'up') },
    { label: t.pins.moveDown, isDisabled: isLast, run: () => void pins.move(project, 'down') },
    { label: t.pins.moveToTop, isDisabled: isFirst, run: () => void pins.move(project, 'top') },
    { label: t.pins.moveToBottom, isDisabled: isLast, run: () => void pins.move(project, 'bottom') },
    { label: t.pins.unpin, run: () => void pins.unpin(project) },
  ];
}
