import * as z from 'zod'

/** Who may read something, from widest to narrowest; the order and the labels follow TLP 2.0 (https://www.first.org/tlp/). */
export const audiences = ['public', 'network', 'circle', 'organisation', 'coordinators'] as const
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** The TLP label that people carry outside; `coordinators` has none of its own and travels as the strictest. */
export const tlpLabels = {
  public: 'TLP:CLEAR',
  network: 'TLP:GREEN',
  circle: 'TLP:AMBER',
  organisation: 'TLP:AMBER+STRICT',
  coordinators: 'TLP:RED',
} as const satisfies Record<Audience, string>
