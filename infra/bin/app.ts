import { App, Validations } from 'aws-cdk-lib'
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api'
import { AwsSolutionsChecks } from 'cdk-nag'
import { Kunak } from '../lib/kunak.ts'
import { prepareWeb } from './prepare-web.ts'

await prepareWeb()

// A young project has no old behaviour to keep: every recommended one of this exact version of the library.
const app = new App({ context: { ...CURRENTLY_RECOMMENDED_FLAGS, '@aws-cdk/core:target-partitions': ['aws'] } })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
new Kunak(app, 'Kunak', { description: 'Kunak: a collaboration and solidarity network', terminationProtection: true })
app.synth()
