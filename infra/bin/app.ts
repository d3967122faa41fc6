import { checkedApp } from '../lib/checked-app.ts'
import { Kunak } from '../lib/kunak.ts'
import { prepareWeb } from './prepare-web.ts'

await prepareWeb()
const app = checkedApp()
new Kunak(app, 'Kunak', { description: 'Kunak: a collaboration and solidarity network', terminationProtection: true })
app.synth()
