import { wsconnect, type NatsConnection } from '@nats-io/nats-core';
import { CarrierProblem } from './carrier';
import { natsUser, type NatsUser } from './nats-user';

/**
 * Connects a person's devices to the NATS server behind a WebSocket address.
 * @param identity the devices' key
 * @throws as `connectAs`
 */
export async function connectNats(url: string, identity: string): Promise<NatsConnection> {
  // Only needed for answers, and their names must not be guessed by others.
  return connectAs(await natsUser(identity), url, `_INBOX_${crypto.randomUUID()}`);
}

/**
 * Connects to the NATS server behind a WebSocket address. It reconnects on its own until it is closed.
 * @param url 'ws://…' or 'wss://…', of the app's own origin: the page's policy allows no other
 * @param inboxPrefix of the subjects of answers
 * @throws `CarrierProblem`: `gone` if no NATS server answers, `refused` if it doesn't know this user
 */
export async function connectAs(
  { authenticator }: NatsUser,
  url: string,
  inboxPrefix: string,
): Promise<NatsConnection> {
  try {
    return await wsconnect({
      servers: url,
      authenticator,
      // A cluster announces addresses that only the proxy can reach.
      ignoreClusterUpdates: true,
      wsFactory: () => Promise.resolve({ socket: quietSocket(url), encrypted: url.startsWith('wss:') }),
      maxReconnectAttempts: -1,
      timeout: 10_000,
      inboxPrefix,
    });
  } catch (error) {
    throw natsProblem(error);
  }
}

/** One that closes with a code: without, NATS 2.9 answers with one that browsers complain about. */
function quietSocket(url: string): WebSocket {
  const socket = new WebSocket(url);
  socket.close = () => {
    WebSocket.prototype.close.call(socket, 1000);
  };
  return socket;
}

/** What an error of the client means for a carrier. */
export function natsProblem(error: unknown): unknown {
  if (error instanceof CarrierProblem || !(error instanceof Error)) return error;
  // A mistake of ours.
  if (error instanceof TypeError || error instanceof RangeError) return error;
  const code = 'code' in error ? Number(error.code) : 0;
  if (fullCodes.has(code)) return new CarrierProblem('full', error);
  // A request that the server refuses fails with an error whose cause says so.
  const names = [error, error.cause].map((each) => (each instanceof Error ? each.name : ''));
  if (names.some((name) => refusals.has(name))) return new CarrierProblem('refused', error);
  // Whatever else can go wrong between here and there: no connection, no answer, no leader, JetStream off.
  return new CarrierProblem('gone', error);
}

const refusals = new Set([
  'AuthorizationError',
  'UserAuthenticationExpiredError',
  'PermissionViolationError',
]);

/**
 * Insufficient resources, no storage left, the stream's or account's limits, a message that exceeds them (`code` in
 * nats-server's server/errors.json).
 */
const fullCodes = new Set([10023, 10047, 10077, 10054, 10028, 10002]);
