// Shows that something is new when no page of Polder is open. What it is, stands behind the sign-in: nothing of it comes here.
const words = {
  nl: { title: 'Polder', body: (n) => (n > 1 ? `${n} nieuwe meldingen` : 'Er is een nieuwe melding') },
  en: { title: 'Polder', body: (n) => (n > 1 ? `${n} new notifications` : 'There is a new notification') },
};
const said = words[new URL(self.location.href).searchParams.get('locale')] ?? words.nl;

self.addEventListener('push', (event) => {
  let unread = 1;
  try {
    unread = Number(event.data?.json().unread) || 1;
  } catch {
    // Nothing to read in it: then it is one.
  }
  event.waitUntil(
    self.registration.showNotification(said.title, {
      body: said.body(unread),
      icon: '/favicon.svg',
      tag: 'polder',
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((pages) => {
      const open = pages[0];
      if (!open) return self.clients.openWindow('/notifications?unread=1');
      return open.focus().then((page) => page.navigate('/notifications?unread=1'));
    }),
  );
});
