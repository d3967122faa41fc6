const scripts = {
  Arab: /\p{Script=Arabic}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Latn: /\p{Script=Latin}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
} as const
export type Script = keyof typeof scripts

/** The script (ISO 15924) of most of a text's letters, or null when it has none that we know. */
export function scriptOf(text: string): Script | null {
  let most: Script | null = null
  let count = 0
  for (const [script, letters] of Object.entries(scripts) as [Script, RegExp][]) {
    const found = text.match(letters)?.length ?? 0
    if (found > count) [most, count] = [script, found]
  }
  return most
}
