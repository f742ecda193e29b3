import type { TabMessage } from '../../protocol/messages';

/** The one channel on which the workers of all tabs with the same database speak. A tab never hears itself. */
export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  // Only workers of this origin can post here, and other builds are told apart by the version in their announcement.
  channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data);
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
