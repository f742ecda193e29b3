import { asset } from '$app/paths';

/** Whether this device shows Tokentab's notifications; the browser stores the user's decision. */
class Notifications {
  permission = $state<NotificationPermission | 'missing'>(
    'Notification' in globalThis ? Notification.permission : 'missing',
  );

  /** Must be called from a user gesture: otherwise browsers refuse. */
  async ask(): Promise<void> {
    this.permission = await Notification.requestPermission();
  }

  /** @param tag a notification with the same tag is replaced */
  async show(title: string, body: string, tag: string): Promise<void> {
    if (this.permission !== 'granted') return;
    const options = { body, tag, icon: asset('/icon-192.png') };
    // Phones support only notifications of a service worker.
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration === undefined) new Notification(title, options);
    else await registration.showNotification(title, options);
  }
}

export const notifications = new Notifications();
