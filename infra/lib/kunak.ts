import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Assets } from './assets.ts'
import { Attention } from './attention.ts'
import { Clock } from './clock.ts'
import { DirectorySearch } from './directory-search.ts'
import { FrontDoor } from './front-door.ts'
import { Letters } from './letters.ts'
import { Site } from './site.ts'
import { Store } from './store.ts'
import { Vault } from './vault.ts'

/** All of Kunak in one account and region. What differs from one deployment to the next is a parameter. */
export class Kunak extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const domain = this.#parameter('SiteDomain', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
      description: 'The domain of the site, such as kunak.example.',
    })
    const certificateArn = this.#parameter('SiteCertificate', /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/, {
      description: 'The ARN of a certificate for that domain, in us-east-1.',
    })
    const mailAddress = this.#parameter('AttentionMail', /^[^@ ]+@[^@ ]+$/, {
      description: 'The mail address of those who are called when it breaks.',
    })
    const neutralName = this.#parameter('NeutralName', /^[^<>"]{0,40}$/, {
      description: 'What letters and passkeys are called on devices that others may see; empty for a word of each language.',
      usual: '',
    })
    const perSecond = this.#parameter('LettersPerSecond', /^[1-9][0-9]{0,3}$/, {
      description: 'How many letters a second SES lets the account send.',
      usual: '1',
    })

    const vault = new Vault(this, 'Vault')
    const { topic: attention } = new Attention(this, 'Attention', { vault, mailAddress })
    const store = new Store(this, 'Store', { vault })
    const search = new DirectorySearch(this, 'DirectorySearch', { vault, store, attention })
    new Clock(this, 'Clock', { vault, store, search, attention })
    new Letters(this, 'Letters', { vault, store, domain, neutralName, perSecond, attention })
    const assets = new Assets(this, 'Assets')
    const origin = `https://${domain}`
    const { api } = new FrontDoor(this, 'FrontDoor', { vault, store, search, assets, origin, neutralName, attention })
    const { distribution } = new Site(this, 'Site', { vault, api, assets, domain, certificateArn })

    new CfnOutput(this, 'PointTheDomainTo', { value: distribution.distributionDomainName })
  }

  /** A parameter of a deployment; without a usual value it must be said. */
  #parameter(id: string, allowed: RegExp, said: { readonly description: string; readonly usual?: string }): string {
    const { description, usual } = said
    const rule = { allowedPattern: allowed.source, description, constraintDescription: description }
    return new CfnParameter(this, id, { type: 'String', ...rule, ...(usual !== undefined && { default: usual }) }).valueAsString
  }
}
