import { problems } from '@kunak/contracts'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Front } from '../front-door/front.ts'
import { readDocument } from './read-document.ts'

interface Operation {
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: object }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> }
  readonly responses: Readonly<Record<string, { description: string; content: Readonly<Record<string, { schema: object }>> }>>
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 70rem; margin: 0 auto; padding: 1rem }
section { border-top: 1px solid #8886; padding: .5rem 0 }
h2 { font-size: 1.1rem } h2 b { color: #0f7c86; text-transform: uppercase; font-size: .9em }
pre { overflow-x: auto; background: #8881; padding: .75rem; font-size: .85rem } code { font-size: .9em }
h2, code { overflow-wrap: anywhere } table { display: block; overflow-x: auto }
td, th { text-align: start; vertical-align: top; padding: .15rem 1rem .15rem 0 }
`

/** The reference as one page: no script, nothing from elsewhere, readable on a phone and printable. */
export const getDocs = new Hono<Front>()
  .get('/docs.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  .get('/docs', async (c) => {
    const document = await readDocument()
    const paths: Paths = document.paths
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>API reference</title>
            <link rel="stylesheet" href="docs.css" />
          </head>
          <body>
            <h1>API reference</h1>
            <p>${document.info.summary}. The same as a document for programs: <a href="openapi.json">OpenAPI 3.1</a>.</p>
            <p>
              Every refusal is <code>application/problem+json</code> (RFC 9457) with a <code>code</code>, in the language of
              <code>Accept-Language</code>. A change is taken only with the site's own <code>Origin</code>.
            </p>
            ${Object.entries(paths).map(([path, operations]) =>
              Object.entries(operations).map(([method, operation]) => operationSection(method, path, operation)),
            )}
            <h2>Problems</h2>
            <table>
              ${Object.entries(problems).map(
                ([code, { status, en, ru }]) =>
                  html`<tr id="problem-${code}">
                    <th>${status}</th>
                    <td><code>${code}</code></td>
                    <td>${en}<br /><span lang="ru">${ru}</span></td>
                  </tr>`,
              )}
            </table>
          </body>
        </html>`,
    )
  })

function operationSection(method: string, path: string, operation: Operation) {
  const { summary, description, parameters = [], requestBody, responses } = operation
  return html`<section>
    <h2><b>${method}</b> ${path}</h2>
    <p>${summary}. ${description}</p>
    ${
      parameters.length > 0
        ? html`<details>
            <summary>Parameters</summary>
            <table>
              ${parameters.map(
                ({ name, in: place, required, schema }) =>
                  html`<tr>
                    <th><code>${name}</code></th>
                    <td>${place}${required ? ', required' : ''}</td>
                    <td><code>${JSON.stringify(schema)}</code></td>
                  </tr>`,
              )}
            </table>
          </details>`
        : ''
    }
    ${requestBody ? contents('Body', requestBody.content) : ''}
    ${Object.entries(responses).map(([status, { description: meaning, content }]) =>
      Number(status) < 300 ? contents(status, content) : html`<p><code>${status}</code> ${meaning}</p>`,
    )}
  </section>`
}

function contents(title: string, content: Readonly<Record<string, { schema: object }>>) {
  return Object.entries(content).map(
    ([media, { schema }]) =>
      html`<details>
        <summary>${title}: <code>${media}</code></summary>
        <pre>${JSON.stringify(schema, null, 2)}</pre>
      </details>`,
  )
}
