import { createApi } from '@kunak/api'
import { newUlid } from '@kunak/contracts'
import { pushKeysOf, secretsOf } from '@kunak/data/identity'
import { freePort } from '../../../packages/local/src/free-port.ts'
import { serveSite } from '../../../packages/local/src/serve-site.ts'
import { openHouse } from './open-house.ts'
import { tellParent } from './tell-parent.ts'

/** The site as the launcher serves it: the API and the built pages. */
const port = await freePort()
const api = createApi({
  ...openHouse(),
  newId: () => newUlid(Date.now()),
  keys: { rateLimit: 'a key of the bench', doNotList: 'another key of the bench' },
  secrets: secretsOf('a secret of the bench'),
  pushKey: pushKeysOf('a key of the bench').publicKey,
  origin: `http://localhost:${port}`,
  log: () => undefined,
})
await serveSite({ api, port, isDevelopment: false })
tellParent(port)
