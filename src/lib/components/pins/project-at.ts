import { linkedProject, projectLinks } from '../../state/view/links';

export interface ProjectAt {
  id: string;
  row: Element;
  link: HTMLAnchorElement;
}

/**
 * The project of the row or pin that contains this element, in any list or table. They identify it by a link to its
 * page.
 */
export function projectAt(element: Element | null): ProjectAt | undefined {
  const row = element?.closest('li, tr');
  const link = row?.querySelector<HTMLAnchorElement>(projectLinks);
  if (row == null || link == null) return undefined;
  const id = linkedProject(link);
  return id === null ? undefined : { id, row, link };
}
