import { Problem, type ProblemCode, problems } from '@kunak/contracts'
import * as z from 'zod'
import { type Endpoint, endpoints } from './endpoints.ts'
import { namedAnswers, namedBodies } from './named-schemas.ts'

type Json = { [key: string]: unknown }

/** The OpenAPI 3.1 document of the endpoints, made from their contracts (https://spec.openapis.org/oas/v3.1.0). */
export function describeApi(): Json {
  const paths: Record<string, Json> = {}
  const components: Json = {}
  for (const endpoint of endpoints)
    (paths[`/api/v1${endpoint.path}`] ??= {})[endpoint.method] = describeEndpoint(endpoint, components)
  const schemas = { Problem: schemaOf(Problem, 'output', components), ...components }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Kunak',
      version: '1',
      summary: 'A collaboration and solidarity network for NGOs and human-rights defenders in the North Caucasus',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    paths,
    components: { schemas },
  }
  return JSON.parse(JSON.stringify(document).replaceAll('#/$defs/', '#/components/schemas/')) as Json
}

function describeEndpoint(
  { method, path, summary, who, query, body, answer, problems: codes }: Endpoint,
  components: Json,
): Json {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(query ? queryParameters(query, components) : []),
    ...(codes.includes('precondition_required')
      ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, example: '"3"' }]
      : []),
  ]
  return {
    operationId: `${method}${path.replace(/\W+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary,
    description: who === 'everyone' ? 'For everyone; the answer holds what the reader may see.' : `For ${who}.`,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: contentOf(body, 'input', components) } }),
    responses: {
      [answer.status]: { description: 'Done', content: contentOf(answer.body, 'output', components) },
      ...describeProblems(codes),
    },
  }
}

function describeProblems(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${problems[code].en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function queryParameters(query: z.ZodObject, components: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input', components) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

function contentOf(body: z.ZodType | string | readonly string[], io: 'input' | 'output', components: Json): Json {
  if (body instanceof z.ZodType) return { 'application/json': { schema: schemaOf(body, io, components) } }
  return Object.fromEntries([body].flat().map((media) => [media, { schema: { type: 'string' } }]))
}

/** A contract as JSON Schema; what has a name of its own stands once among the components and is referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const metadata = io === 'input' ? namedBodies : namedAnswers
  const {
    $schema: _,
    '~standard': __,
    $defs = {},
    ...described
  } = z.toJSONSchema(schema, { io, metadata, unrepresentable: 'any' })
  Object.assign(components, $defs)
  return described
}
