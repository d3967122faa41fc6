// Shows a note when the site sends one, which carries nothing: its words are those that the page gave when she switched notes on. It
// keeps nothing, and no page goes through it.
const said = new URL(self.location.href).searchParams
const name = said.get('name') ?? ''
const words = { body: said.get('text') ?? '', tag: 'news', lang: said.get('lang') ?? '' }

self.addEventListener('push', (event) => event.waitUntil(self.registration.showNotification(name, words)))

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { origin } = self.location
  const page = new URL(said.get('open') ?? '/', origin)
  event.waitUntil(self.clients.openWindow(page.origin === origin ? page.href : origin))
})
