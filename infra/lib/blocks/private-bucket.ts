import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

export interface PrivateBucketProps {
  /** The key under which its files are kept; without one, S3 keeps its own. */
  readonly key?: Key
  /** How long a file that was replaced or removed can still be brought back. */
  readonly daysUndoable: number
  /** Why nobody keeps a log of who read what. */
  readonly whyNoAccessLog: string
}

/** A bucket that nobody reads but those who were granted it, over TLS, and that forgets what was removed. */
export class PrivateBucket extends Bucket {
  // The interface of a bucket wants a yes or a no here, and the class it comes from may say neither.
  override get isWebsite(): boolean {
    return false
  }

  constructor(scope: Construct, id: string, { key, daysUndoable, whyNoAccessLog }: PrivateBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(daysUndoable), expiredObjectDeleteMarker: true },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(this).acknowledge({ id: 'AwsSolutions-S1', reason: whyNoAccessLog })
  }
}
