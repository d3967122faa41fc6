import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
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
    // A topic with a policy of its own no longer lets the account's alarms in by itself.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    props.vault.letAlarmsSpeak()
  }
}
