import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** Reads secrets by their ARNs, all at once, in the order asked for. */
export async function readSecrets<const Ids extends readonly string[]>(...ids: Ids): Promise<{ [Index in keyof Ids]: string }>
export async function readSecrets(...ids: string[]): Promise<string[]> {
  const client = new SecretsManagerClient()
  return await Promise.all(
    ids.map(async (SecretId) => {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }))
      if (!SecretString) throw new Error('A secret has no text.')
      return SecretString
    }),
  )
}
