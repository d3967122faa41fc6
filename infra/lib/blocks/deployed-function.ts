import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { join } from 'node:path'
import { bundleFunction } from './bundle-function.ts'
import { nodeOptions } from './node-options.ts'
import { root } from './root.ts'

export interface DeployedFunctionProps<Environment extends Readonly<Record<string, string>>> {
  /** The name of its file: `functions/<entry>.lambda.ts`. */
  readonly entry: string
  /** What it may do and what it is told: each grant gives the permission to the role and returns the variables that name it. */
  readonly environment: (role: Role) => Environment
  /** How many may run at the same time: a bound on cost, and on what a flood can do to the rest. */
  readonly concurrency: number
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
}

/** One of our functions: one minified file, a role of its own with nothing but what it was granted, and logs that are forgotten. */
export class DeployedFunction<Environment extends Readonly<Record<string, string>>> extends Construct {
  readonly function: Function
  readonly role: Role
  readonly logs: LogGroup

  constructor(scope: Construct, id: string, props: DeployedFunctionProps<Environment>) {
    super(scope, id)
    this.logs = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    // A role of our own, because the managed policy that comes by default may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [this.logs.logGroupArn] }),
    )
    this.function = new Function(this, 'Function', {
      description: `functions/${props.entry}.lambda.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleFunction(join(root, 'functions', `${props.entry}.lambda.ts`))),
      role: this.role,
      logGroup: this.logs,
      // Node keeps compiled code here for the next process of the same sandbox.
      environment: { ...props.environment(this.role), NODE_COMPILE_CACHE: '/tmp/compile-cache', NODE_OPTIONS: nodeOptions },
      reservedConcurrentExecutions: props.concurrency,
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMegabytes,
    })
  }
}
