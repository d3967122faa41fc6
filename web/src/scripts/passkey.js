// Asks the device for a passkey and sends what it answers with the form around the button. The standard's own functions for this
// (`parseRequestOptionsFromJSON`, `toJSON`) are missing in the browsers of older phones, so the few lines stand here.
// https://www.w3.org/TR/webauthn-3/#sctn-parseRequestOptionsFromJSON

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

/** @param {ArrayBuffer | Uint8Array} bytes */
const textOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')

/** @param {any[] | undefined} credentials */
const withBytes = (credentials) => credentials?.map((credential) => ({ ...credential, id: bytesOf(credential.id) }))

/** @param {string} asks */
const optionsOf = async (asks) => {
  if (asks.startsWith('{')) return JSON.parse(asks)
  const response = await fetch(asks, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

/** @param {string} asks */
const get = async (asks) => {
  const options = await optionsOf(asks)
  const publicKey = { ...options, challenge: bytesOf(options.challenge), allowCredentials: withBytes(options.allowCredentials) }
  const credential = /** @type {any} */ (await navigator.credentials.get({ publicKey }))
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response
  return {
    ...namesOf(credential),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      ...(userHandle && { userHandle: textOf(userHandle) }),
    },
  }
}

/** @param {string} asks */
const create = async (asks) => {
  const options = await optionsOf(asks)
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  }
  const credential = /** @type {any} */ (await navigator.credentials.create({ publicKey }))
  const { clientDataJSON, attestationObject } = credential.response
  return {
    ...namesOf(credential),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      attestationObject: textOf(attestationObject),
      transports: credential.response.getTransports?.() ?? [],
    },
  }
}

/** @param {any} credential */
const namesOf = ({ id, rawId, type }) => ({ id, rawId: textOf(rawId), type })

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
  const { passkey, asks = '' } = part.dataset
  button.addEventListener('click', async () => {
    if (!field.form?.reportValidity()) return
    failed.hidden = true
    button.disabled = true
    try {
      const answer = await (passkey === 'create' ? create(asks) : get(asks))
      field.value = textOf(new TextEncoder().encode(JSON.stringify(answer)))
      field.form.submit()
    } catch {
      // She has said no, or the device has: only she knows which, and she can press again.
      failed.hidden = false
      button.disabled = false
    }
  })
}

if (window.PublicKeyCredential) for (const part of document.querySelectorAll('[data-passkey]')) wake(/** @type {any} */ (part))
