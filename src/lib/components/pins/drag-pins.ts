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
 * An attachment for the preview: it makes every pin and every project's row on the page draggable by mouse, touch and
 * pen. A row becomes a draggable of dnd-kit when it is pressed, so 500 pins or 2,000 rows cost nothing before that.
 */
export function dragPins(preview: HTMLElement): () => void {
  // No Sortable, hence no OptimisticSortingPlugin: it would move nodes behind Svelte's back. No KeyboardSensor and no
  // Accessibility: links stay links, keys are Alt+↑/↓, and our announcer knows names and places.
  const manager = new DragDropManager({
    // No Cursor and no PreventSelection: each styles every element of the page anew, when a drag begins and when it ends.
    plugins: [AutoScroller, Feedback.configure({ dropAnimation: { duration: 120 } })],
    sensors: [PointerSensor.configure({ activationConstraints, preventActivation: () => false })],
  });
  // It would add its sheet when a drag begins and remove it at the end. A sheet with layers makes Chromium look up every font of
  // the page anew, a quarter of a second for 200 pins: the preview has those rules for good (PinDragging).
  manager.registry.plugins.get(StyleInjector)?.destroy();
  const feedback = manager.registry.plugins.get(Feedback);
  if (feedback !== undefined) feedback.overlay = preview;

  let source: DragSource | undefined;
  let draggable: Draggable | undefined;
  let pointer = { x: 0, y: 0 };
  let dragging = new AbortController();

  /** On its way down to the row, so that the sensor, which is bound to the row here, hears the same press. */
  function press(event: PointerEvent): void {
    if (!manager.dragOperation.status.idle || !(event.target instanceof Element)) return;
    draggable?.destroy();
    source = dragSource(event.target);
    if (source === undefined) return;
    const { project, row, shown } = source;
    // A wide row is pressed far from its name: the preview comes to the pointer.
    const grabbed = event.clientX - shown.getBoundingClientRect().left;
    preview.style.setProperty('--grabbed', source.from === 'list' ? `${grabbed - 24}px` : '0px');
    draggable = new Draggable({ id: project.id, element: shown, handle: row, register: false }, manager);
    draggable.register();
  }

  function look(): void {
    if (pinDrag.held === undefined) return;
    pinDrag.over(placeUnder(pointer, pinDrag.held.from));
  }

  manager.monitor.addEventListener('beforedragstart', () => {
    if (source !== undefined) pinDrag.start(source.project, source.from);
    dragging = selectNothing();
    // dnd-kit measures the preview in this very turn.
    flushSync();
  });
  manager.monitor.addEventListener('dragmove', ({ to, operation }) => {
    pointer = to ?? operation.position.current;
    look();
  });
  manager.monitor.addEventListener('dragend', ({ canceled, nativeEvent }) => {
    dragging.abort();
    // Moves, and what scrolls under the pointer, are looked at frame by frame: a quick hand lets go before the last of them is.
    if (!canceled && nativeEvent instanceof PointerEvent) {
      pointer = { x: nativeEvent.clientX, y: nativeEvent.clientY };
      look();
    }
    const lands = pinDrag.held?.from === 'pins' && (canceled || pinDrag.place !== 'out');
    if (feedback !== undefined) feedback.dropAnimation = lands ? undefined : null;
    if (canceled) pinDrag.cancel();
    else pinDrag.drop();
    // The preview glides to where the pin now stands.
    flushSync();
    swallowClick();
  });

  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointerdown', press, { capture: true, signal });
  // The list scrolls under a pointer that rests at its edge.
  document.addEventListener('scroll', look, { capture: true, passive: true, signal });
  // A browser lets us stop its own scrolling only where it knew of such a listener when the finger came down.
  document.addEventListener('touchmove', () => undefined, { passive: false, signal });

  return () => {
    // The window may become narrow while something is held.
    pinDrag.cancel();
    dragging.abort();
    listening.abort();
    manager.destroy();
  };
}

/** A finger that stays moves a pin, one that moves scrolls. A mouse may rest on a link as long as it likes. */
function activationConstraints({ pointerType }: PointerEvent) {
  if (pointerType === 'touch') return [new Delay({ value: 250, tolerance: 8 })];
  if (pointerType === 'pen') return [new Delay({ value: 250, tolerance: 8 }), new Distance({ value: 6 })];
  return [new Distance({ value: 6 })];
}

/** Text that the pointer crosses stays unselected, until the controller is aborted. */
function selectNothing(): AbortController {
  const controller = new AbortController();
  const forget = () => document.getSelection()?.removeAllRanges();
  forget();
  document.addEventListener('selectstart', (event) => event.preventDefault(), { signal: controller.signal });
  document.addEventListener('selectionchange', forget, { signal: controller.signal });
  return controller;
}

/** Letting go over a link must not follow it. The click, if there is one, comes in the same turn as the release. */
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
