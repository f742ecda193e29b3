import type { TabMessage } from '../../protocol/messages';
import { isTabMessage } from './tab-message';

/** The one channel on which the workers of all tabs with the same database speak. A tab never hears itself. */
export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  // Every page of this origin can post here. Other builds of ours are told apart by the version in their announcement.
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) onMessage(data);
  };
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
