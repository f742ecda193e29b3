import { flushSync } from 'svelte';
import { tabPreferences } from '../../client/preferences';
import { dialogs, type OpenDialog } from './dialogs.svelte';

const key = 'tokentab:draft';

/** The dialogs that can be reopened with their original arguments. */
const forms: readonly OpenDialog['kind'][] = [
  'create-project',
  'edit-project',
  'record-usage',
  'rename-client',
];

interface Draft {
  dialog: OpenDialog;
  /** The values of its fields, in document order. */
  values: readonly string[];
}

let restored: readonly string[] | undefined;

const pageKey = 'tokentab:page-draft';
let held: (() => unknown) | undefined;

/**
 * For a form that is a whole page. `take` returns its values as plain data. Returns a function that unregisters the
 * form.
 */
export function holdPageDraft(take: () => unknown): () => void {
  held = take;
  return () => {
    if (held === take) held = undefined;
  };
}

/** Returns the values that the page before the reload stored for the form at this address, and deletes them. */
export function takePageDraft(): unknown {
  const kept = tabPreferences.get(pageKey);
  tabPreferences.set(pageKey, null);
  if (kept === null) return undefined;
  const { address, values } = JSON.parse(kept) as { address: string; values: unknown };
  return address === addressNow() ? values : undefined;
}

const addressNow = (): string => location.pathname + location.search;

/** Call before the page reloads: keeps what was typed into a form for the new page. */
export function keepDraft(): void {
  if (held !== undefined)
    tabPreferences.set(pageKey, JSON.stringify({ address: addressNow(), values: held() }));
  const dialog = dialogs.open;
  if (dialog === undefined || !forms.includes(dialog.kind)) return;
  const values = fieldsIn(document.querySelector('dialog[open]')).map(({ value }) => value);
  tabPreferences.set(key, JSON.stringify({ dialog, values } satisfies Draft));
}

/** Reopens the dialog that was open before the reload. */
export function restoreDraft(): void {
  const kept = tabPreferences.get(key);
  if (kept === null) return;
  tabPreferences.set(key, null);
  const { dialog, values } = JSON.parse(kept) as Draft;
  restored = values;
  dialogs.show(dialog);
}

/** Called by a dialog that has just opened: fills in the stored values. */
export function fillDraft(dialog: Element): void {
  const values = restored;
  restored = undefined;
  for (const [index, value] of values?.entries() ?? []) {
    // Query the fields again each time: filling in one may add another.
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
