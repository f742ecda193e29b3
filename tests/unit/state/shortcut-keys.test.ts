import { describe, expect, it } from 'vitest';
import { KeySequence, nameOfKey } from '../../../src/lib/state/shell/shortcut-keys';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the name of a key', () => {
  it.each([
    [{ key: 'p' }, 'p'],
    // Caps Lock, and Shift.
    [{ key: 'P' }, 'p'],
    [{ key: 'P', shiftKey: true }, 'P'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'k', ctrlKey: true }, 'mod+k'],
    [{ key: 'k', metaKey: true }, 'mod+k'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+Z'],
    [{ key: 'ArrowUp', altKey: true }, 'alt+ArrowUp'],
  ])('%j is %s', (press, name) => {
    expect(nameOfKey({ ...none, ...press })).toBe(name);
  });
});

describe('sequences', () => {
  const shortcuts = [{ keys: ['p'] }, { keys: ['g', 'digit'] }, { keys: ['g', 'p'] }];

  /** The shortcut that each press completes; a number is a pause in milliseconds. */
  function play(...presses: (string | number)[]): (string | undefined)[] {
    const sequence = new KeySequence();
    let time = 10_000;
    const completed: (string | undefined)[] = [];
    for (const press of presses) {
      if (typeof press === 'number') time += press;
      else completed.push(sequence.press(press, (time += 10), shortcuts)?.keys.join(' '));
    }
    return completed;
  }

  it('a single-key shortcut needs one key', () => expect(play('p', 'p')).toEqual(['p', 'p']));
  it('G waits for its second key', () => expect(play('g', '7')).toEqual([undefined, 'g digit']));
  it('the second key may have another meaning alone', () =>
    expect(play('g', 'p')).toEqual([undefined, 'g p']));
  it('0 does nothing', () => expect(play('g', '0', '1')).toEqual([undefined, undefined, undefined]));
  it('a wrong second key starts over', () => {
    expect(play('g', 'g', '1')).toEqual([undefined, undefined, 'g digit']);
    expect(play('g', 'x', 'p')).toEqual([undefined, undefined, 'p']);
  });
  it('G is forgotten after a while', () => expect(play('g', 2_000, '1')).toEqual([undefined, undefined]));
});
