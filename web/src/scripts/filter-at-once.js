// Shows the answer while the reader is still choosing: fetches the page that the form would lead to and swaps its results in.
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('directory'))
let waiting = 0
let latest = 0

/** @param {string} id @param {Document} page */
const swap = (id, page) => {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
  if (old && fresh) old.replaceChildren(...fresh.childNodes)
}

const show = async () => {
  if (!form) return
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, String(value))
  const url = `${form.action}${query.size > 0 ? '?' : ''}${query}`
  const turn = ++latest
  const response = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => null)
  const text = response?.ok ? await response.text() : null
  if (turn !== latest) return
  // Whatever goes wrong, the form itself says it better.
  if (text === null) return form.submit()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const open = form.querySelector('details[open] fieldset')?.id
  const focused = document.activeElement
  const [name, value] = focused instanceof HTMLInputElement ? [focused.name, focused.value] : []
  swap('results', page)
  swap('total', page)
  swap('facets', page)
  if (open) document.getElementById(open)?.closest('details')?.setAttribute('open', '')
  const again = [...form.querySelectorAll('input')].find((input) => input.name === name && input.value === value)
  if (name !== 'q') again?.focus()
  history.replaceState(null, '', url)
}

form?.addEventListener('input', (event) => {
  clearTimeout(waiting)
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search'
  waiting = window.setTimeout(show, isTyping ? 250 : 0)
})

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  void show()
})
