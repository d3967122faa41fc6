import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { prepareWeb } from './prepare-web.ts'

await prepareWeb()
// The stack looks at the built pages when its module is loaded, so it comes after them.
const { Kunak } = await import('../lib/kunak.ts')

const app = new App()
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
new Kunak(app, 'Kunak', { description: 'Kunak: a collaboration and solidarity network', terminationProtection: true })
app.synth()
