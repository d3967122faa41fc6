import { Template } from 'aws-cdk-lib/assertions'
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { prepareWeb } from '@kunak/infra/prepare-web'
import { root } from '@kunak/infra/root'
import { newest } from '@kunak/infra/newest'

export const assembly = join(root, 'cdk.out')

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly Metadata?: Readonly<Record<string, string>>
  readonly DeletionPolicy?: string
}

export interface Synthesised {
  readonly template: Promises
  readonly json: string
  /** By their path of constructs, such as `Store/Directory`. */
  readonly resources: ReadonlyMap<string, Resource & { readonly logicalId: string }>
}

const templateFile = join(assembly, 'Kunak.template.json')
const madeFrom = ['cdk.json', 'pnpm-lock.yaml', 'infra', 'functions', 'packages', 'web/build']

/** What `pnpm synth` writes; synthesised anew only if something that it is made of has changed since. */
export async function synthesised(): Promise<Synthesised> {
  await prepareWeb()
  const writtenAt = statSync(templateFile, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (madeFrom.some((path) => newest(join(root, path), ['node_modules']) > writtenAt)) {
    const { status, stderr } = spawnSync('cdk', ['synth', '--quiet'], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`The application could not be synthesised:\n${stderr}`)
  }
  const json = readFileSync(templateFile, 'utf8')
  const parsed = JSON.parse(json) as { Resources: Record<string, Resource> }
  const resources = Object.entries(parsed.Resources)
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([logicalId, resource]) => [placeOf(resource), { ...resource, logicalId }] as const)
  return { template: promisesOf(Template.fromJSON(parsed)), json, resources: new Map(resources) }
}

function placeOf({ Metadata = {} }: Resource): string {
  return (Metadata['aws:cdk:path'] ?? '').replace(/^Kunak\//, '').replace(/\/(Resource|Default)$/, '')
}

/** The CDK's assertions as assertions of the test runner, which refuses a test that makes none. */
interface Promises {
  readonly hasResource: Template['hasResource']
  readonly hasResourceProperties: Template['hasResourceProperties']
  readonly allResourcesProperties: Template['allResourcesProperties']
  readonly resourceCountIs: Template['resourceCountIs']
}

function promisesOf(template: Template): Promises {
  const holds = (assertion: () => void) => expect(assertion).not.toThrow()
  return {
    hasResource: (type, said) => holds(() => template.hasResource(type, said)),
    hasResourceProperties: (type, said) => holds(() => template.hasResourceProperties(type, said)),
    allResourcesProperties: (type, said) => holds(() => template.allResourcesProperties(type, said)),
    resourceCountIs: (type, count) => holds(() => template.resourceCountIs(type, count)),
  }
}
