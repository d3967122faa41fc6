// Leaves at once, and puts the harmless page in this one's place, so that "back" does not lead here. It cannot clear the history.
const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById('quick-exit'))
let presses = 0
let last = 0

const leave = () => {
  if (!link) return
  document.body.hidden = true
  location.replace(link.href)
}

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  presses = event.timeStamp - last < 2000 ? presses + 1 : 1
  last = event.timeStamp
  if (presses === 3) leave()
})
