/**
 * Whether a NATS server answers at a WebSocket address. It greets everybody, so this needs no login.
 * @param url 'ws://…' or 'wss://…'
 */
export function hasSyncServer(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    const end = (isThere: boolean): void => {
      // Without a code, NATS 2.9 answers with one that browsers complain about.
      socket.close(1000);
      resolve(isThere);
    };
    socket.onmessage = ({ data }) => {
      const text = data instanceof ArrayBuffer ? new TextDecoder().decode(data.slice(0, 5)) : '';
      end(text === 'INFO ');
    };
    socket.onerror = () => {
      end(false);
    };
    socket.onclose = () => {
      end(false);
    };
  });
}
