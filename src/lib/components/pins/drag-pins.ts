import {
  AutoScroller,
  DragDropManager,
  Draggable,
  Feedback,
  PointerActivationConstraints,
  PointerSensor,
  StyleInjector,
} from '@dnd-kit/dom';
import { flushSync } from 'svelte';
import { pinDrag } from '../../state/pins/pin-drag.svelte';
import { placeUnder } from './drag-place';
import { dragSource, type DragSource } from './drag-source';

const { Delay, Distance } = PointerActivationConstraints;

/**
 * An attachment for the preview. It makes every pin and every project row on the page draggable by mouse, touch and
 * pen. A row becomes a dnd-kit draggable only when it is pressed, so 500 pins or 2,000 rows cost nothing before.
 */
export function dragPins(preview: HTMLElement): () => void {
  // No Sortable, because its OptimisticSortingPlugin would move DOM nodes that Svelte owns. No KeyboardSensor and no
  // Accessibility plugin: links stay links, the keys are Alt+↑/↓, and our announcer knows names and positions.
  const manager = new DragDropManager({
    // No Cursor and no PreventSelection plugin: both restyle every element of the page when a drag begins and when it
    // ends.
    plugins: [AutoScroller, Feedback.configure({ dropAnimation: { duration: 120 } })],
    sensors: [PointerSensor.configure({ activationConstraints, preventActivation: () => false })],
  });
  // StyleInjector would add a style sheet when a drag begins and remove it when it ends. A sheet with layers makes
  // Chromium look up every font of the page again, which takes a quarter of a second with 200 pins. So the preview
  // has these rules permanently (PinDragging).
  manager.registry.plugins.get(StyleInjector)?.destroy();
  const feedback = manager.registry.plugins.get(Feedback);
  if (feedback !== undefined) feedback.overlay = preview;

  let source: DragSource | undefined;
  let draggable: Draggable | undefined;
  let pointer = { x: 0, y: 0 };
  let dragging = new AbortController();

  /** Runs in the capture phase, so that the sensor bound to the row here receives the same event. */
  function press(event: PointerEvent): void {
    if (!manager.dragOperation.status.idle || !(event.target instanceof Element)) return;
    draggable?.destroy();
    source = dragSource(event.target);
    if (source === undefined) return;
    const { project, row, shown } = source;
    // A wide row may be pressed far from its name, so move the preview to the pointer.
    const grabbed = event.clientX - shown.getBoundingClientRect().left;
    preview.style.setProperty('--grabbed', source.from === 'list' ? `${grabbed - 24}px` : '0px');
    draggable = new Draggable({ id: project.id, element: shown, handle: row, register: false }, manager);
    draggable.register();
  }

  function update(): void {
    if (pinDrag.held === undefined) return;
    pinDrag.over(placeUnder(pointer, pinDrag.held.from));
  }

  manager.monitor.addEventListener('beforedragstart', () => {
    if (source !== undefined) pinDrag.start(source.project, source.from);
    dragging = selectNothing();
    // Flush now: dnd-kit measures the preview in this same task.
    flushSync();
  });
  manager.monitor.addEventListener('dragmove', ({ to, operation }) => {
    pointer = to ?? operation.position.current;
    update();
  });
  manager.monitor.addEventListener('dragend', ({ canceled, nativeEvent }) => {
    dragging.abort();
    // Moves, and content scrolling under the pointer, are handled once per frame. A fast user may release before the
    // last frame, so use the position of the release itself.
    if (!canceled && nativeEvent instanceof PointerEvent) {
      pointer = { x: nativeEvent.clientX, y: nativeEvent.clientY };
      update();
    }
    const lands = pinDrag.held?.from === 'pins' && (canceled || pinDrag.place !== 'out');
    if (feedback !== undefined) feedback.dropAnimation = lands ? undefined : null;
    if (canceled) pinDrag.cancel();
    else pinDrag.drop();
    // Flush now, so that the preview glides to the pin's new position.
    flushSync();
    swallowClick();
  });

  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointerdown', press, { capture: true, signal });
  // The list auto-scrolls while the pointer rests at its edge.
  document.addEventListener('scroll', update, { capture: true, passive: true, signal });
  // A browser lets us prevent its scrolling only if a non-passive listener existed when the finger touched the
  // screen.
  document.addEventListener('touchmove', () => undefined, { passive: false, signal });

  return () => {
    // The window may become narrow during a drag, which removes the sidebar.
    pinDrag.cancel();
    dragging.abort();
    listening.abort();
    manager.destroy();
  };
}

/** A finger that rests drags a pin; one that moves scrolls. A mouse can rest on a link for any time. */
function activationConstraints({ pointerType }: PointerEvent) {
  if (pointerType === 'touch') return [new Delay({ value: 250, tolerance: 8 })];
  if (pointerType === 'pen') return [new Delay({ value: 250, tolerance: 8 }), new Distance({ value: 6 })];
  return [new Distance({ value: 6 })];
}

/** Prevents text selection under the pointer until the returned controller is aborted. */
function selectNothing(): AbortController {
  const controller = new AbortController();
  const forget = () => document.getSelection()?.removeAllRanges();
  forget();
  document.addEventListener('selectstart', (event) => event.preventDefault(), { signal: controller.signal });
  document.addEventListener('selectionchange', forget, { signal: controller.signal });
  return controller;
}

/**
 * Releasing over a link must not follow it. The click event, if there is one, fires in the same task as the release.
 */
function swallowClick(): void {
  const swallowed = new AbortController();
  window.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, once: true, signal: swallowed.signal },
  );
  setTimeout(() => swallowed.abort());
}
