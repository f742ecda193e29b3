import type { BrowserContext, Page } from 'playwright';

/** Lists the address of every request and WebSocket of all pages, their workers included. */
export function listTraffic(context: BrowserContext): string[] {
  const addresses: string[] = [];
  const listen = (page: Page): void => {
    page.on('websocket', (socket) => addresses.push(socket.url()));
  };
  context.on('request', (request) => addresses.push(request.url()));
  context.pages().forEach(listen);
  context.on('page', listen);
  return addresses;
}
