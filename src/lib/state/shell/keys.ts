/**
 * Whether a key press may trigger a shortcut: it has no modifier, nothing has handled it, and the user isn't typing
 * or choosing.
 */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  // Toasts are a manual popover and don't block shortcuts.
  if (
    document.querySelector('dialog[open], [popover=""]:popover-open, [popover="auto"]:popover-open') !== null
  )
    return false;
  return !isTyping(event);
}

export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="menu"]') !== null;
}
