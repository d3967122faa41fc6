import type { Synthesised } from './synthesised.ts'

/** What a role may do, read off its policies: one line for each action and resource, such as `s3:GetObject DirectorySearch/Snapshots/*`. */
export function privilegesOf({ resources }: Synthesised): Map<string, string[]> {
  const places = new Map([...resources].map(([place, { logicalId }]) => [logicalId, place]))
  const byRole = new Map<string, string[]>()
  for (const { Type, Properties } of resources.values()) {
    if (Type !== 'AWS::IAM::Policy') continue
    const { PolicyDocument, Roles } = Properties as { PolicyDocument: { Statement: Statement[] }; Roles: { Ref: string }[] }
    const lines = PolicyDocument.Statement.flatMap(({ Effect, Action, Resource, Condition }) =>
      [Action].flat().flatMap((action) =>
        [Resource].flat().map((resource) => {
          const on = readable(resource, places)
          const through = Condition ? ` through ${readable(Object.values(Object.values(Condition)[0] ?? {})[0], places)}` : ''
          return `${Effect === 'Allow' ? '' : `${Effect} `}${action} ${on}${through}`
        }),
      ),
    )
    for (const { Ref } of Roles) {
      const role = places.get(Ref) ?? Ref
      byRole.set(role, [...(byRole.get(role) ?? []), ...lines].sort())
    }
  }
  return byRole
}

interface Statement {
  readonly Effect: string
  readonly Action: string | string[]
  readonly Resource: unknown
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** A reference of CloudFormation as the path of the construct that it means. */
function readable(value: unknown, places: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => readable(each, places)).join(', ')
  const [[kind, of] = []] = Object.entries(value as Record<string, unknown>)
  if (kind === 'Ref') return places.get(String(of)) ?? `{${String(of)}}`
  if (kind === 'Fn::GetAtt') {
    const [id, attribute] = of as [string, string]
    return `${places.get(id) ?? id}${attribute === 'Arn' ? '' : `.${attribute}`}`
  }
  if (kind === 'Fn::Join') return (of as [string, unknown[]])[1].map((part) => readable(part, places)).join('')
  return JSON.stringify(value)
}
