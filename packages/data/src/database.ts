import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type TableName } from './tables.ts'

/** The store as every access pattern takes it: a client, and the deployed name of each table. */
export interface Database {
  readonly client: DynamoDBDocumentClient
  readonly tables: Readonly<Record<TableName, string>>
}

/** Opens the store; one a process. `config` names an endpoint where the database is not AWS's own. */
export function openDatabase(tables: Readonly<Record<TableName, string>>, config: DynamoDBClientConfig = {}): Database {
  return {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } }),
    tables,
  }
}
