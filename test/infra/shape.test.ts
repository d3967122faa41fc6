import { Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '@kunak/infra/root'
import { checkedApp } from '@kunak/infra/checked-app'
import { privilegesOf } from './privileges.ts'
import { assembly, synthesised } from './synthesised.ts'

const whole = await synthesised()

describe('the deployed house', () => {
  it('has this shape', () => {
    const shape = [...whole.resources]
      .filter(([place]) => !place.startsWith('Custom::'))
      .map(([place, { Type }]) => `${place}: ${Type.replace('AWS::', '')}`)
    expect(shape.sort().join('\n')).toMatchSnapshot()
  })

  it('gives these rights and no others', () => {
    const rights = [...privilegesOf(whole)].filter(([role]) => !role.startsWith('Custom::'))
    expect(rights.map(([role, may]) => [role, ...may].join('\n  ')).join('\n')).toMatchSnapshot()
  })

  it('names nothing by hand, and nothing of the machine that described it', () => {
    const named = [...whole.resources.values()].filter(({ Properties }) =>
      ['TableName', 'BucketName', 'FunctionName', 'QueueName', 'TopicName', 'RoleName', 'LogGroupName', 'AlarmName'].some(
        (name) => typeof Properties[name] === 'string',
      ),
    )
    expect(named).toEqual([])
    expect(whole.json).not.toContain(root)
  })
})

describe('the rules of AWS', () => {
  it('find nothing that is not explained', () => {
    const report = JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')) as { pluginReports: unknown[] }
    expect(report.pluginReports).toEqual([])
  })

  it('stop an application that breaks one', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'kunak-rules-'))
    onTestFinished(() => rmSync(outdir, { recursive: true }))
    const app = checkedApp({ outdir })
    new Bucket(new Stack(app, 'Broken'), 'Open')
    expect(() => app.synth()).toThrow('validation-report.json')
    // Where the report is printed depends on how the library is run; the copy of it does not.
    const report = readFileSync(join(outdir, 'validation-report.json'), 'utf8')
    for (const said of ['AwsSolutions-S10', 'Broken/Open']) expect(report).toContain(said)
  })
})
