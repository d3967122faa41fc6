// Asks the browser to show notes, and sends the address under which its maker's service takes them with the form around the button.
// https://www.w3.org/TR/push-api/#subscribe-method

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

/** @param {DOMStringMap} asks */
const endpointOf = async ({ worker = '', key = '' }) => {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('She has said no.')
  const registration = await navigator.serviceWorker.register(worker)
  await navigator.serviceWorker.ready
  // One that was made for another key takes no note of ours.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })
  return subscription.endpoint
}

/** @param {HTMLElement} part */
const wake = (part) => {
  const [without, failed, shown] = ['without', 'failed', 'with'].map(
    (name) => /** @type {HTMLElement} */ (part.querySelector(`[data-${name}]`)),
  )
  const field = part.querySelector('input')
  const button = part.querySelector('button')
  if (!without || !failed || !shown || !field || !button) return
  without.hidden = true
  shown.hidden = false
  button.addEventListener('click', async () => {
    failed.hidden = true
    button.disabled = true
    try {
      field.value = await endpointOf(part.dataset)
      field.form?.submit()
    } catch {
      // She has said no, or the browser has: only she knows which, and she can press again.
      failed.hidden = false
      button.disabled = false
    }
  })
}

if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)
  for (const part of document.querySelectorAll('[data-push]')) wake(/** @type {any} */ (part))
