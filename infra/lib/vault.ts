import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, type Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

/** What each service does with the key on behalf of a function. */
const keyActions = {
  dynamodb: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo', 'DescribeKey'],
  s3: ['Decrypt', 'GenerateDataKey'],
  secretsmanager: ['Decrypt'],
} as const

/**
 * The key under which everything that is not public is kept, and the secrets of the functions. Whoever disables the key closes the
 * tables, their backups and the search files at once, and can open them again.
 */
export class Vault extends Construct {
  readonly key: Key
  /** Known to CloudFront and to the functions behind it, so that nobody can go around the one and lie to the others. */
  readonly frontKey: Secret
  readonly #rateLimitKey: Secret
  readonly #doNotListKey: Secret
  readonly #identitySecret: Secret
  readonly #auditSecret: Secret
  readonly #pushSecret: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN })
    this.frontKey = this.#secret('FrontKey', 'it is replaced by a deployment, which tells both sides at once')
    this.#rateLimitKey = this.#secret('RateLimitKey', 'the function derives a key of the day from it')
    this.#doNotListKey = this.#secret('DoNotListKey', 'with another key the entries of the register would be found no more')
    this.#identitySecret = this.#secret('IdentitySecret', 'with another one no account could be found or opened')
    this.#pushSecret = this.#secret('PushSecret', 'with another one every browser would have to be asked anew')
    this.#auditSecret = this.#secret('AuditSecret', 'what it has signed must be verified with it for years')
  }

  /** Lets a function use the key, but only through one service of AWS and never by itself. */
  letUseKey(role: Role, service: keyof typeof keyActions): void {
    role.addToPolicy(
      new PolicyStatement({
        actions: keyActions[service].map((action) => `kms:${action}`),
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(this).region}.amazonaws.com` } },
      }),
    )
  }

  /** Lets alarms reach a topic that is encrypted under the key. */
  letAlarmsSpeak(): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }

  /** Lets a function tell the requests that came through CloudFront from those that did not, and limit each source. */
  letKnowSources(role: Role): { FRONT_KEY_SECRET: string; RATE_LIMIT_KEY_SECRET: string } {
    return {
      FRONT_KEY_SECRET: this.#letRead(role, this.frontKey),
      RATE_LIMIT_KEY_SECRET: this.#letRead(role, this.#rateLimitKey),
    }
  }

  /** Lets a function recognise who asked not to be listed. */
  letKnowDoNotList(role: Role): { DO_NOT_LIST_KEY_SECRET: string } {
    return { DO_NOT_LIST_KEY_SECRET: this.#letRead(role, this.#doNotListKey) }
  }

  /** Lets a function find people by their mail addresses and read what is sealed about them. */
  letKnowPeople(role: Role): { IDENTITY_SECRET: string } {
    return { IDENTITY_SECRET: this.#letRead(role, this.#identitySecret) }
  }

  /** Lets a function tell browsers who may send them notes, and send some. */
  letKnowPush(role: Role): { PUSH_SECRET: string } {
    return { PUSH_SECRET: this.#letRead(role, this.#pushSecret) }
  }

  /** Lets a function sign the audit log. */
  letSignAudit(role: Role): { AUDIT_SECRET: string } {
    return { AUDIT_SECRET: this.#letRead(role, this.#auditSecret) }
  }

  #letRead(role: Role, secret: Secret): string {
    role.addToPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }))
    this.letUseKey(role, 'secretsmanager')
    return secret.secretArn
  }

  #secret(id: string, whyNotRotated: string): Secret {
    const secret = new Secret(this, id, {
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: `Not rotated by itself: ${whyNotRotated}.` })
    return secret
  }
}
