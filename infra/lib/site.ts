import { Duration, Fn, Validations } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Construct } from 'constructs'
import type { Assets } from './assets.ts'
import { responseHeaders } from './response-headers.ts'
import type { Vault } from './vault.ts'

export interface SiteProps {
  readonly vault: Vault
  readonly api: HttpApi
  readonly assets: Assets
  readonly domain: string
  /** The ARN of a certificate for the domain, in us-east-1 as CloudFront wants it. */
  readonly certificateArn: string
}

/** Of what a reader's browser says, only this reaches us; her user agent and the rest do not. */
const heard = [
  ...['Accept', 'Content-Type', 'Origin', 'Sec-Fetch-Site', 'If-Match', 'Step-Up', 'X-SvelteKit-Action'],
  // Only ever used as a fingerprint under a key of the day, to limit how much one source may do.
  'CloudFront-Viewer-Address',
  // The sort of device, by which she recognises her sessions. CloudFront takes ten names at most.
  ...['CloudFront-Is-Android-Viewer', 'CloudFront-Is-IOS-Viewer'],
]

/** CloudFront in front of everything: built files from a bucket, all else from the HTTP API. */
export class Site extends Construct {
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id)
    const headers = responseHeaders(this)
    const fromAssets: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(props.assets.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
    }
    this.distribution = new Distribution(this, 'Distribution', {
      domainNames: [props.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableLogging: false,
      defaultBehavior: {
        origin: this.#functions(props),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: this.#halfAMinute(),
        originRequestPolicy: this.#asLittleAsNeeded(),
        responseHeadersPolicy: headers,
      },
      additionalBehaviors: Object.fromEntries(props.assets.paths.map((path) => [path, fromAssets])),
      // A moment of trouble must not be shown for longer than it lasts.
      errorResponses: [500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    })
    this.#acknowledge()
  }

  #functions({ api, vault }: SiteProps): HttpOrigin {
    return new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: { 'x-kunak-front-key': vault.frontKey.secretValue.unsafeUnwrap() },
    })
  }

  /** Public answers may be kept for half a minute at most, so that a freeze is quick; what the functions forbid to keep is not. */
  #halfAMinute(): CachePolicy {
    return new CachePolicy(this, 'HalfAMinute', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(30),
      // Whoever carries any cookie never meets an answer that was made for somebody else.
      cookieBehavior: CacheCookieBehavior.all(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.allowList('Accept-Language'),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
  }

  #asLittleAsNeeded(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'AsLittleAsNeeded', {
      cookieBehavior: OriginRequestCookieBehavior.all(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(...heard),
    })
  }

  #acknowledge(): void {
    const reasons = {
      'AwsSolutions-CFR1': 'The people this is for live in many countries, in exile or behind Tor; nobody is refused by country.',
      'AwsSolutions-CFR2':
        'A firewall here would inspect and sample requests with addresses; rates are limited without addresses.',
      'AwsSolutions-CFR3': 'An access log of CloudFront holds the address of every reader, which nobody may keep.',
    }
    for (const [id, reason] of Object.entries(reasons)) Validations.of(this.distribution).acknowledge({ id, reason })
  }
}
