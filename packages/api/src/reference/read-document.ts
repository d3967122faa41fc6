/** The OpenAPI document, read when somebody asks for it: it is long, and those who only use the API must not wait for it. */
export async function readDocument() {
  const { default: document } = await import('./openapi.json', { with: { type: 'json' } })
  return document
}
