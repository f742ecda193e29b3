import { flushSync } from 'svelte';
import { tabNotes } from '../../client/notes';
import { dialogs, type OpenDialog } from './dialogs.svelte';

const key = 'tokentab:draft';

/** The dialogs that can be opened again from what they were opened with. */
const forms: readonly OpenDialog['kind'][] = [
  'create-project',
  'edit-project',
  'record-usage',
  'rename-client',
];

interface Draft {
  dialog: OpenDialog;
  /** Of its fields, in their order. */
  values: readonly string[];
}

let restored: readonly string[] | undefined;

const pageKey = 'tokentab:page-draft';
let held: (() => unknown) | undefined;

/** For a form that is a page of its own: `take` gives what it holds, as plain data. Returns what ends that. */
export function holdPageDraft(take: () => unknown): () => void {
  held = take;
  return () => {
    if (held === take) held = undefined;
  };
}

/** What the page before this one kept of the form at this address, once. */
export function takePageDraft(): unknown {
  const kept = tabNotes.get(pageKey);
  tabNotes.set(pageKey, null);
  if (kept === null) return undefined;
  const { address, values } = JSON.parse(kept) as { address: string; values: unknown };
  return address === addressNow() ? values : undefined;
}

const addressNow = (): string => location.pathname + location.search;

/** To be called before the page loads itself anew: what is half typed in a form waits for the new page. */
export function keepDraft(): void {
  if (held !== undefined) tabNotes.set(pageKey, JSON.stringify({ address: addressNow(), values: held() }));
  const dialog = dialogs.open;
  if (dialog === undefined || !forms.includes(dialog.kind)) return;
  const values = fieldsIn(document.querySelector('dialog[open]')).map(({ value }) => value);
  tabNotes.set(key, JSON.stringify({ dialog, values } satisfies Draft));
}

/** Opens the form again that the page before this one kept. */
export function restoreDraft(): void {
  const kept = tabNotes.get(key);
  if (kept === null) return;
  tabNotes.set(key, null);
  const { dialog, values } = JSON.parse(kept) as Draft;
  restored = values;
  dialogs.show(dialog);
}

/** Called by a dialog that has just opened: types what was kept for it. */
export function fillDraft(dialog: Element): void {
  const values = restored;
  restored = undefined;
  for (const [index, value] of values?.entries() ?? []) {
    // Asked anew each time: what is chosen in one field may bring the next.
    const field = fieldsIn(dialog)[index];
    if (field === undefined || field.value === value) continue;
    field.value = value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    flushSync();
  }
}

function fieldsIn(dialog: Element | null): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
  return [...(dialog?.querySelectorAll<HTMLInputElement>('form :is(input, select, textarea)') ?? [])];
}
