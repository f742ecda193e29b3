import type { TabMessage } from '../../protocol/messages';
import { isTabMessage } from './tab-message';

/**
 * The BroadcastChannel between the workers of all tabs that use the same database. A tab doesn't receive its own
 * messages.
 */
export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  // Any page of this origin can post here. Other builds of Tokentab are recognized by the version in their
  // announcement.
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) onMessage(data);
  };
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
