import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Vault } from './vault.ts'

/** Calls the people who keep the network running: every alarm speaks here. */
export class Attention extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, props: { readonly vault: Vault; readonly mailAddress: string }) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { masterKey: props.vault.key, enforceSSL: true })
    this.topic.addSubscription(new EmailSubscription(props.mailAddress))
    props.vault.letAlarmsSpeak()
  }
}
