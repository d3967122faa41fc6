/**
 * What is wrong with the message catalogues, one sentence each: a key that one language lacks, has empty or with other inputs; a key
 * that no source uses; a key that a source uses and nobody wrote. A use is `m.key` or, for all keys with a beginning, m[`beginning_${…}`].
 */
export function findCatalogueFaults(
  catalogues: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  sources: readonly string[],
): string[] {
  const keysOf = (catalogue: Readonly<Record<string, unknown>>) => Object.keys(catalogue).filter((key) => !key.startsWith('$'))
  const all = new Set(Object.values(catalogues).flatMap(keysOf))
  const used = new Set(sources.flatMap((source) => [...source.matchAll(/\bm\.([a-zA-Z_]\w*)/g)].map((match) => match[1] ?? '')))
  const beginnings = sources.flatMap((source) => [...source.matchAll(/\bm\[`(\w+_)\$\{/g)].map((match) => match[1] ?? ''))
  const isUsed = (key: string) => used.has(key) || beginnings.some((beginning) => key.startsWith(beginning))
  return [
    ...Object.entries(catalogues).flatMap(([locale, catalogue]) =>
      [...all].filter((key) => isEmpty(catalogue[key])).map((key) => `${locale}: the message "${key}" is missing`),
    ),
    ...[...all]
      .filter((key) => !haveSameInputs(Object.values(catalogues).map((catalogue) => catalogue[key])))
      .map((key) => `the message "${key}" takes other inputs in one language than in another`),
    ...[...all].filter((key) => !isUsed(key)).map((key) => `the message "${key}" is used nowhere`),
    ...[...used].filter((key) => !all.has(key)).map((key) => `the message "${key}" is used but stands in no catalogue`),
    ...beginnings
      .filter((beginning) => ![...all].some((key) => key.startsWith(beginning)))
      .map((beginning) => `no message begins with "${beginning}"`),
  ]
}

function isEmpty(message: unknown): boolean {
  return message === undefined || message === ''
}

function haveSameInputs(messages: readonly unknown[]): boolean {
  const inputs = messages
    .filter((message) => message !== undefined)
    .map((message) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort().join())
  return new Set(inputs).size <= 1
}
