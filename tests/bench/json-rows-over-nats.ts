import { connect } from 'node:net';
import { join } from 'node:path';
import { bytesIn } from '../e2e/support/folder-size';
import { NatsServer } from '../unit/sync/nats/server';
import { batchSize, makeEvents } from './events';

/**
 * The naive way: every event as a message of JSON in a stream of a real NATS server.
 * @returns bytes that a million events take on the wire (in one direction) and on the server's disk
 */
export async function jsonRowsOverNats(count: number): Promise<{ sent: number; stored: number }> {
  const server = await NatsServer.start();
  const socket = connect(server.ports.client, '127.0.0.1');
  let answers = '';
  socket.on('data', (data) => (answers += data.toString()));
  const says = async (pattern: RegExp) => {
    while (!pattern.test(answers)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const request = async (api: string, content: object, answer: RegExp) => {
    const text = JSON.stringify(content);
    answers = '';
    socket.write(`PUB $JS.API.${api} answer ${text.length}\r\n${text}\r\n`);
    await says(answer);
  };
  try {
    socket.write('CONNECT {"verbose":false}\r\nSUB answer 1\r\n');
    await request('STREAM.CREATE.rows', { name: 'rows', subjects: ['rows.*'] }, /stream_create_response/);
    const before = socket.bytesWritten;
    for (let from = 0; from < count; from += batchSize) {
      const size = Math.min(batchSize, count - from);
      const lines = makeEvents(from, size).map((event) => {
        const text = JSON.stringify(event);
        return `PUB rows.laptop ${Buffer.byteLength(text)}\r\n${text}\r\n`;
      });
      await new Promise((resolve) => socket.write(lines.join(''), resolve));
    }
    const sent = socket.bytesWritten - before;
    for (let stored = 0; stored < count;) {
      await request('STREAM.INFO.rows', {}, /stream_info_response/);
      await says(/"messages":\d+/);
      stored = Number(/"messages":(\d+)/.exec(answers)?.[1]);
    }
    const perMillion = 1_000_000 / count;
    return {
      sent: sent * perMillion,
      stored: bytesIn(join(server.folder, 'jetstream')) * perMillion,
    };
  } finally {
    socket.destroy();
    await server.remove();
  }
}
