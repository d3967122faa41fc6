import type { PasskeyRequest, Person } from '@kunak/contracts/identity'
import type { FrontContext } from '../front-door/front.ts'

/** A person's passkeys as a browser is told of them. */
export function describePasskeys({ passkeys }: Pick<Person, 'passkeys'>): PasskeyRequest['allowCredentials'] {
  return passkeys.map(({ id, transports }) => ({ id, type: 'public-key', transports }))
}

/** The word by which this site is known to a device, where others may see it. */
export function neutralNameOf(c: FrontContext): string {
  const words = { ru: 'Заметки', en: 'Notes' } as const
  return c.var.dependencies.neutralName ?? words[c.var.locale]
}
