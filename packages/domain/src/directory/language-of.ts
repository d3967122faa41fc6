import { foldName } from './fold-name.ts'
import { scriptOf } from './script-of.ts'

// Words that stand in one of these languages and not in its neighbours of the same script; letters that only others use.
const evidence = {
  Latn: {
    fr: words(
      `de des du et pour les aux une dans sur par avec sans le la femme femmes droits jeunes jeunesse enfant enfants citoyennete
       developpement developement developpements reseau centre ligue homme association associations tunisienne tunisien marocaine marocain
       algerienne algerien croissant mouvement democratique citoyens citoyen nationale fondation federation libertes forum`,
    ),
    en: words(
      `of for and the in with without on to by women womens human rights development youth society organization foundation
       center network association society center arab child children legal against people support rehabilitation council
       democracy studies community charity committee bridge friends defenders free forum`,
    ),
    de: words(`der die das und fur fuer verein menschenrechte im zur von`),
    tr: words(`ve ile dernegi vakfi icin insan haklari kadin`),
  },
  Cyrl: {
    ru: words(
      `и в на по для с из о об общественная общественный организация фонд помощь помощи центр прав человека женщин женщины
       автономная некоммерческая региональная региональный республики республика межрегиональная движение союз ассоциация
       правозащитный правозащитная комитет поддержки развития инициатива благотворительный благотворительная молодёжь детей дети`,
    ),
    uk: words(`та і для організація громадська прав людини спілка товариство`),
  },
} as const
const notRussian = /[іїєґҐәөүқғңһҳӣӯҷўӀӏ]|[гкхцчпт]1/iu
const notArabic = /[پچژگکیےٹڈڑۇۆۈێەڵڕ]/u

/** How a language tag is written when only the script is sure (`und` with a script subtag, RFC 5646). */
const undetermined = (script: string | null) => (script === null ? 'und' : `und-${script}`)

/**
 * The language that the script and the small words of a short text show, as a BCP 47 tag. It does not guess: what several
 * languages could be is `und` with its script.
 */
export function languageOf(text: string): string {
  const script = scriptOf(text)
  if (script === 'Arab') return notArabic.test(text) ? undetermined(script) : 'ar'
  if (script === 'Geor') return 'ka'
  if (script === 'Armn') return 'hy'
  if (script !== 'Latn' && script !== 'Cyrl') return undetermined(script)
  if (script === 'Cyrl' && notRussian.test(text) && !/[іїєґ]/iu.test(text)) return undetermined(script)
  const found = foldName(text).split(' ')
  const scores = Object.entries(evidence[script]).map(([language, known]) => ({
    language,
    score: found.filter((word) => known.has(word)).length,
  }))
  scores.sort((a, b) => b.score - a.score)
  const [best, next] = scores
  return best && best.score > 0 && best.score > (next?.score ?? 0) ? best.language : undetermined(script)
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(foldName))
}
