import { timingSafeEqual } from 'node:crypto'
import type { CheckInId } from '@kunak/contracts'
import type { CheckIn, CheckInCodes } from '@kunak/contracts/alerts'
import type { Secrets } from '../../identity/index.ts'

/** What is kept of two codes: tags that only the deployment's secret can make, so that a dump neither says a code nor which is which. */
export function tagsOf(secrets: Pick<Secrets, 'tag'>, id: CheckInId, { cancel, duress }: CheckInCodes): CheckIn['codes'] {
  return { cancel: tagOf(secrets, id, cancel).toString('base64url'), duress: tagOf(secrets, id, duress).toString('base64url') }
}

/** Which of the two codes somebody has given, or null where it is neither. It takes as long whichever it is. */
export function codeGiven(
  secrets: Pick<Secrets, 'tag'>,
  { id, codes }: Pick<CheckIn, 'id' | 'codes'>,
  code: string,
): 'cancel' | 'duress' | null {
  const given = tagOf(secrets, id, code)
  const [isCancel, isDuress] = [codes.cancel, codes.duress].map((kept) => timingSafeEqual(given, Buffer.from(kept, 'base64url')))
  return isCancel ? 'cancel' : isDuress ? 'duress' : null
}

const tagOf = (secrets: Pick<Secrets, 'tag'>, id: CheckInId, code: string) => secrets.tag(`check-in ${id} ${code}`)
