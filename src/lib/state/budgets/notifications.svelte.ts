/** Whether this device shows notifications of Tokentab; the browser keeps what the user decided. */
class Notifications {
  permission = $state<NotificationPermission | 'missing'>(
    'Notification' in globalThis ? Notification.permission : 'missing',
  );

  /** To be called by a click: browsers refuse to ask otherwise. */
  async ask(): Promise<void> {
    this.permission = await Notification.requestPermission();
  }

  /** @param tag the same one replaces what is shown */
  async show(title: string, body: string, tag: string): Promise<void> {
    if (this.permission !== 'granted') return;
    const options = { body, tag, icon: '/icon-192.png' };
    // Phones only know the ones of a service worker.
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration === undefined) new Notification(title, options);
    else await registration.showNotification(title, options);
  }
}

export const notifications = new Notifications();
