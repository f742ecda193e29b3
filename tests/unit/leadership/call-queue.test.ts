import { expect, it } from 'vitest';
import { CallQueue } from '../../../src/lib/database/leadership/call-queue';

it('runs calls in order, and a queued call only once', async () => {
  const queue = new CallQueue();
  const ran: string[] = [];
  await new Promise<void>((done) => {
    queue.add('a', () => ran.push('a'));
    queue.add('b', () => ran.push('b'));
    queue.add('a', () => ran.push('a again'));
    queue.add('c', () => {
      ran.push('c');
      done();
    });
  });
  expect(ran).toEqual(['a', 'b', 'c']);
  queue.close();
});

it('runs nothing that was removed, and continues with what follows', async () => {
  const queue = new CallQueue();
  const ran: string[] = [];
  queue.add('a', () => ran.push('a'));
  queue.remove('a');
  await new Promise<void>((done) => {
    queue.add('b', () => {
      ran.push('b');
      done();
    });
  });
  expect(ran).toEqual(['b']);
  queue.close();
});
