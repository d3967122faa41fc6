// What XML 1.0 has no way to say (https://www.w3.org/TR/xml/#charsets).
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** A text within an element or an attribute: whatever it holds, it is read back as it is, but for characters that XML does not know. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(unspeakable, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

type Attributes = Readonly<Record<string, string | undefined>>

/** An element that holds a text, or nothing. */
export function element(name: string, text: string | null, attributes: Attributes = {}): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(value)}"`]))
  const start = `${name}${said.join('')}`
  return text === null ? `<${start}/>` : `<${start}>${xmlText(text)}</${name}>`
}

/** An element that holds elements, one a line; those that are left out are null. */
export function holding(name: string, parts: readonly (string | null)[], attributes: Attributes = {}): string {
  const [start] = element(name, '', attributes).split(`</${name}>`)
  return [start, ...parts.filter((part) => part !== null), `</${name}>`].join('\n')
}
