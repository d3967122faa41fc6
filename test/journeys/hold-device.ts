import { passkeyOf, type Someone } from '@kunak/testing'
import type { Page } from 'playwright-core'

/**
 * Lets a page play a device that holds passkeys and knows its owner: with hers, where it is somebody's. What it adds it keeps.
 * (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/)
 */
export async function holdDevice(page: Page, someone: Someone | undefined): Promise<void> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('WebAuthn.enable')
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  if (!someone) return
  const { id, privateKey } = passkeyOf(someone)
  await debug.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: {
      credentialId: Buffer.from(id, 'base64url').toString('base64'),
      isResidentCredential: true,
      rpId: 'localhost',
      privateKey,
      userHandle: Buffer.from(someone.personId).toString('base64'),
      // A device that she takes up later has been used more often than one that she had before.
      signCount: Math.floor(Date.now() / 1000),
    },
  })
}
