import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type Consumer,
  type JetStreamManager,
  type JsMsg,
  type StreamConfig,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { CarrierProblem } from './carrier';

/** In milliseconds, for an answer of the server and for messages that it began to send. */
export const patience = 10_000;

/** Creates a stream that keeps the last message of each subject, if the server has lost it, or never had it. */
export async function makeStream(
  connection: NatsConnection,
  manager: JetStreamManager,
  name: string,
  subjects: string,
  more: Partial<StreamConfig> = {},
): Promise<void> {
  try {
    await manager.streams.info(name);
  } catch (error) {
    if (!isStreamMissing(error)) throw error;
    await manager.streams.add({
      name,
      subjects: [subjects],
      max_msgs_per_subject: 1,
      allow_direct: true,
      // Otherwise a full server would drop the oldest messages instead of saying so.
      discard: DiscardPolicy.New,
      num_replicas: connection.info?.cluster === undefined ? 1 : 3,
      ...more,
    });
  }
}

export const isStreamMissing = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;

/**
 * The messages of a consumer, until there are no more.
 * @param pending how many it has
 * @throws `CarrierProblem` if the server goes away in the middle: an incomplete list would look as if messages were lost
 */
export async function* pulled(consumer: Consumer, pending: number, batch: number): AsyncGenerator<JsMsg> {
  let left = pending;
  while (left > 0) {
    const messages = await consumer.fetch({ max_messages: Math.min(left, batch), expires: patience });
    let count = 0;
    for await (const message of messages) {
      count += 1;
      left = message.info.pending;
      yield message;
    }
    if (count === 0) throw new CarrierProblem('gone');
  }
}
