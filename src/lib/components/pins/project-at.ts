/** A list identifies a project by a link to its page, in an item or a row. */
const projectLink = 'a[href*="/project?id="]';

export interface ProjectAt {
  id: string;
  row: Element;
  link: HTMLAnchorElement;
}

/** The project of the row or pin that contains this element, in any list or table. */
export function projectAt(element: Element | null): ProjectAt | undefined {
  const row = element?.closest('li, tr');
  const link = row?.querySelector<HTMLAnchorElement>(projectLink);
  if (row == null || link == null) return undefined;
  const id = new URL(link.href).searchParams.get('id');
  return id === null ? undefined : { id, row, link };
}
