import type { CDPSession, Page } from 'playwright';

interface Point {
  x: number;
  y: number;
}

/** One finger, or one pen. */
interface Pointer {
  down(at: Point): Promise<unknown>;
  move(from: Point, to: Point): Promise<unknown>;
  up(): Promise<unknown>;
}

export async function finger(page: Page): Promise<Pointer> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  return {
    down: (at) => touch('touchStart', [at]),
    move: (from, to) => inSteps(from, to, (at) => touch('touchMove', [at])),
    up: () => touch('touchEnd', []),
  };
}

export async function pen(page: Page): Promise<Pointer> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let last: Point = { x: 0, y: 0 };
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point, buttons: number) => {
    last = at;
    return session.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      buttons,
      button: 'left',
      clickCount: 1,
      pointerType: 'pen',
    });
  };
  return {
    down: (at) => mouse('mousePressed', at, 1),
    move: (from, to) => inSteps(from, to, (at) => mouse('mouseMoved', at, 1)),
    up: () => mouse('mouseReleased', last, 0),
  };
}

async function inSteps(from: Point, to: Point, step: (at: Point) => Promise<unknown>): Promise<void> {
  for (let part = 1; part <= 8; part += 1) {
    await step({ x: from.x + ((to.x - from.x) * part) / 8, y: from.y + ((to.y - from.y) * part) / 8 });
  }
}
