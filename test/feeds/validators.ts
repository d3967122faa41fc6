import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

const beside = (name: string) => new URL(name, import.meta.url)
const schemaOf = (url: URL) => XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url)))

const atom = schemaOf(beside('atom.xsd'))
const cap = schemaOf(beside('cap-1.2.xsd'))

/**
 * Where somebody has laid OASIS’ own schema beside this file, as published at
 * https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.xsd, every document is checked against it, too.
 */
const published = beside('CAP-v1.2.xsd')
const theirs = existsSync(published) ? schemaOf(published) : null

/** Throws, naming what is wrong, unless the text is well-formed and valid; answers the document. */
export function validCap(text: string): XmlDocument {
  const document = XmlDocument.fromString(text)
  cap.validate(document)
  theirs?.validate(document)
  return document
}

export function validAtom(text: string): XmlDocument {
  const document = XmlDocument.fromString(text)
  atom.validate(document)
  return document
}

const names = { c: 'urn:oasis:names:tc:emergency:cap:1.2', a: 'http://www.w3.org/2005/Atom' }

/** The texts that an XPath finds, with the prefixes `c` for CAP and `a` for Atom. */
export function texts(document: XmlDocument, path: string): string[] {
  return document.find(path, names).map((node) => ('value' in node ? String(node.value) : node.content))
}
