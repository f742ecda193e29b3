import { connect } from 'node:net';

/** Where the page finds the server of a user's devices or team, below the site's address. */
export const syncPath = '/sync/';

/**
 * Passes WebSockets below `/sync/` on to a NATS server, so that the page needs no other origin than its own.
 * @param {import('node:http').Server} server
 * @param {{ host: string; port: number }} target the NATS server's WebSocket address
 * @returns {() => void} ends all connections
 */
export function proxySync(server, target) {
  /** @type {Set<import('node:stream').Duplex>} */
  const open = new Set();
  server.on('upgrade', (request, socket, head) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    const refusal = refuse(request);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
      return;
    }
    const onward = connect(target, () => {
      const lines = [`GET ${syncPath} HTTP/1.1`];
      for (let at = 0; at + 1 < request.rawHeaders.length; at += 2)
        lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
      onward.write(`${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => {
      // After the upgrade, this only ends the connection.
      if (socket.writable && onward.bytesRead === 0)
        socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
      else socket.destroy();
    });
    socket.once('close', () => onward.destroy());
  });
  return () => open.forEach((socket) => socket.destroy());
}

/**
 * Any page can open a WebSocket to this machine, so only those of this site get through.
 * @param {import('node:http').IncomingMessage} request
 * @returns {string | undefined} the status to answer with
 */
function refuse({ url = '', headers }) {
  if (url.split('?')[0] !== syncPath) return '404 Not Found';
  const origin = headers.origin;
  return origin === undefined || hostOf(origin) === headers.host ? undefined : '403 Forbidden';
}

/** @param {string} origin */
function hostOf(origin) {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/**
 * @param {string | undefined} text from the command line, such as '127.0.0.1:8091'
 * @returns {{ host: string; port: number } | undefined} throws a sentence for the user if it isn't an address
 */
export function syncTarget(text) {
  if (text === undefined) return undefined;
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  if (host === '' || Number(port) > 65535)
    throw new Error(`"${text}" is not an address. Use the NATS server's WebSocket address: 127.0.0.1:8091`);
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}
