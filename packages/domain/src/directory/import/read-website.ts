import { Profile } from '@kunak/contracts/directory'
import { isCountry } from '../countries.ts'

const genericEndings = new Set(
  `com org net info biz edu gov int eu su uk ngo ong foundation charity community center social media press news blog online site
   website space club help support global international world africa wiki app dev page team today network digital asia`.split(
    /\s+/,
  ),
)

/**
 * A web address as the contract keeps it, or null. What is written without `https://` is completed only when nothing else is in
 * doubt: one host with a known ending, nothing before it and no blanks.
 */
export function readWebsite(text: string): string | null {
  const written = text.trim()
  if (written.length > 300 || /[\s\\,@]/.test(written)) return null
  if (/^https?:\/\//i.test(written)) return kept(written)
  const bare = /^(?:[a-z0-9-]+\.)+([a-z]{2,24})(?:[/?#]\S*)?$/i.exec(written)
  const ending = bare?.[1]?.toLowerCase()
  if (ending === undefined) return null
  const isKnown = genericEndings.has(ending) || (ending.length === 2 && isCountry(ending.toUpperCase()))
  return isKnown ? kept(`https://${written}`) : null
}

function kept(address: string): string | null {
  if (!URL.canParse(address)) return null
  const parsed = Profile.shape.website.safeParse(new URL(address).href.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1'))
  return parsed.success && parsed.data !== '' ? parsed.data : null
}
