import { OrganisationId, PersonId } from '@kunak/contracts'
import { type Identity, roles } from '@kunak/contracts/identity'
import * as z from 'zod'

/** By either of these a request says who sends it. Only this machine's launcher listens to them. */
export const developmentIdentityHeader = 'x-kunak-development-identity'
export const developmentIdentityCookie = 'kunak-development-identity'

const DevelopmentIdentity = z.strictObject({
  personId: PersonId,
  memberships: z.array(z.strictObject({ organisationId: OrganisationId, role: z.enum(roles) })),
  isCoordinator: z.boolean(),
})

/** The value of the header or cookie for a person: URL-encoded JSON. */
export function encodeDevelopmentIdentity(identity: Identity): string {
  return encodeURIComponent(JSON.stringify(identity))
}

/** Who a request says it comes from, believed without proof; nobody, if it says nothing or nothing readable. */
export async function developmentIdentity(request: Request): Promise<Identity | null> {
  const said = request.headers.get(developmentIdentityHeader) ?? cookieOf(request)
  if (!said) return null
  try {
    return DevelopmentIdentity.parse(JSON.parse(decodeURIComponent(said)))
  } catch {
    return null
  }
}

export const identityCookie = (said: string) => `${developmentIdentityCookie}=${said}`

/** The same request with its identity in the cookie, which pages hand on to the API without knowing what it says. */
export function withIdentityAsCookie(request: Request): Request {
  const said = request.headers.get(developmentIdentityHeader)
  if (!said) return request
  const headers = new Headers(request.headers)
  headers.set('cookie', identityCookie(said))
  return new Request(request, { headers })
}

function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${developmentIdentityCookie}=`))?.slice(developmentIdentityCookie.length + 1)
}
