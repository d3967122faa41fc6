import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { expiryAttribute, tableNames, tables, type TableDescription, type TableName } from '@kunak/data/tables'
import type { TableVariable } from '@kunak/functions/environment'
import { Construct } from 'constructs'
import type { Vault } from './vault.ts'

/** What a function may do with the items of a table. */
const actions = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  /** Read all of it, to build the search file anew; never for a request. */
  scan: ['dynamodb:Scan'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  /** Add what is not there yet; the table's history cannot be changed or taken away. */
  append: ['dynamodb:PutItem'],
  /** Change an item by its key, without being able to read it: counters of what a source may still do. */
  count: ['dynamodb:UpdateItem'],
} as const
/** One of these, to find by its index what is due, or to put or remove items of some partitions and no others. */
export type Access =
  | keyof typeof actions
  | 'due'
  | { readonly putOnlyUnder: string }
  /** With `*` for the rest of a partition's name. */
  | { readonly removeOnlyUnder: string }

/** The tables that have a stream. */
export type StreamingTable = { [Name in TableName]: (typeof tables)[Name] extends { stream: string } ? Name : never }[TableName]

/** Everything that is remembered. */
export class Store extends Construct {
  readonly tables: Readonly<Record<TableName, Table>>
  readonly #vault: Vault

  constructor(scope: Construct, id: string, props: { readonly vault: Vault }) {
    super(scope, id)
    this.#vault = props.vault
    this.tables = Object.fromEntries(tableNames.map((name) => [name, this.#build(name)])) as Record<TableName, Table>
  }

  /** Lets a function do what is said with each table, and returns the variables that tell it their names. */
  open(
    role: Role,
    access: Readonly<Record<TableName, readonly Access[]>>,
  ): { readonly [Name in TableName as TableVariable<Name>]: string } {
    for (const name of tableNames) {
      for (const may of access[name]) role.addToPolicy(this.#statement(name, may))
    }
    this.#vault.letUseKey(role, 'dynamodb')
    return {
      IDENTITY_TABLE: this.tables.identity.tableName,
      DIRECTORY_TABLE: this.tables.directory.tableName,
      ALERTS_TABLE: this.tables.alerts.tableName,
      EVENTS_TABLE: this.tables.events.tableName,
      LETTERS_TABLE: this.tables.letters.tableName,
    }
  }

  /** Lets a function read a table's stream and returns the stream's ARN. */
  letReadStream(role: Role, name: StreamingTable): string {
    const stream = this.tables[name].tableStreamArn
    if (!stream) throw new Error(`The table ${name} has no stream.`)
    const reading = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`)
    role.addToPolicy(new PolicyStatement({ actions: reading, resources: [stream] }))
    return stream
  }

  #statement(name: TableName, may: Access): PolicyStatement {
    const { tableArn } = this.tables[name]
    const { indexes = {} }: TableDescription = tables[name]
    if (may === 'due')
      return new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: Object.keys(indexes).map((index) => `${tableArn}/index/${index}`),
      })
    if (typeof may === 'string') return new PolicyStatement({ actions: [...actions[may]], resources: [tableArn] })
    const [action, partitions, compare] =
      'putOnlyUnder' in may ? ['PutItem', may.putOnlyUnder, 'StringEquals'] : ['DeleteItem', may.removeOnlyUnder, 'StringLike']
    return new PolicyStatement({
      actions: [`dynamodb:${action}`],
      resources: [tableArn],
      conditions: { [`ForAllValues:${compare}`]: { 'dynamodb:LeadingKeys': [partitions] } },
    })
  }

  #build(name: TableName): Table {
    const { stream, indexes = {} }: TableDescription = tables[name]
    const table = new Table(this, `${name[0]?.toUpperCase()}${name.slice(1)}`, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: expiryAttribute,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#vault.key,
      ...(stream && { stream: StreamViewType[stream] }),
    })
    for (const [indexName, { partition, sort, isKeysOnly = false }] of Object.entries(indexes)) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: isKeysOnly ? ProjectionType.KEYS_ONLY : ProjectionType.ALL,
      })
    }
    return table
  }
}
