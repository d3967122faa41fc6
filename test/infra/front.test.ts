import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { synthesised } from './synthesised.ts'

const { template, resources } = await synthesised()
const idOf = (place: string) => resources.get(place)?.logicalId
const distribution = resources.get('Site/Distribution')?.Properties['DistributionConfig'] as {
  DefaultCacheBehavior: Behaviour
  CacheBehaviors: Behaviour[]
  Logging?: unknown
}
interface Behaviour {
  readonly PathPattern?: string
  readonly ViewerProtocolPolicy: string
  readonly ResponseHeadersPolicyId: { readonly Ref: string }
  readonly TargetOriginId: string
}

describe('the HTTP API', () => {
  it('lets so many requests through and no more', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
    })
  })

  it('logs how requests went, and nothing about who asked for what', () => {
    const { Format } = resources.get('FrontDoor/Stage')?.Properties['AccessLogSettings'] as { Format: string }
    const said = [...Format.matchAll(/\$context\.[\w.]+/g)].map(([variable]) => variable.replace('$context.', ''))
    expect(said.sort()).toEqual(
      [
        'requestId',
        'requestTimeEpoch',
        'httpMethod',
        'routeKey',
        'status',
        'responseLatency',
        'responseLength',
        'error.responseType',
      ].sort(),
    )
  })

  it('hands /api to the API and everything else to the pages', () => {
    const keys = [...resources.values()]
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => Properties['RouteKey'])
    expect(keys.sort()).toEqual(['ANY /', 'ANY /api/{proxy+}', 'ANY /{proxy+}'])
  })
})

describe('CloudFront', () => {
  it('speaks TLS 1.2 or later on both sides', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
        Origins: Match.arrayWith([
          Match.objectLike({
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            OriginCustomHeaders: [{ HeaderName: 'x-kunak-front-key', HeaderValue: Match.anyValue() }],
          }),
        ]),
      },
    })
    for (const { ViewerProtocolPolicy } of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors])
      expect(ViewerProtocolPolicy).toMatch(/^(https-only|redirect-to-https)$/)
  })

  it('keeps no log of readers', () => {
    expect(distribution.Logging).toBeUndefined()
  })

  it('keeps a public answer for half a minute at most, and apart for every language and cookie', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 30,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'all' },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    })
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { DefaultCacheBehavior: { CachePolicyId: { Ref: idOf('Site/HalfAMinute') } } },
    })
  })

  it('keeps no answer of a moment of trouble', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CustomErrorResponses: [500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
      },
    })
  })

  it('passes on nothing of the browser that is not needed', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: [
            'Accept',
            'Content-Type',
            'Origin',
            'Sec-Fetch-Site',
            'If-Match',
            'Step-Up',
            'X-SvelteKit-Action',
            'CloudFront-Viewer-Address',
            'CloudFront-Is-Android-Viewer',
            'CloudFront-Is-IOS-Viewer',
          ],
        },
      },
    })
  })

  it('sends the security headers with every response: pages, files and errors', () => {
    const policy = { Ref: idOf('Site/ResponseHeaders') }
    for (const { ResponseHeadersPolicyId } of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors])
      expect(ResponseHeadersPolicyId).toEqual(policy)
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Override: false,
          },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Preload: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
        },
        CustomHeadersConfig: {
          Items: ['Cross-Origin-Opener-Policy', 'Cross-Origin-Resource-Policy', 'Permissions-Policy'].map((Header) =>
            Match.objectLike({ Header }),
          ),
        },
      },
    })
  })

  it('takes built files from their bucket and everything else from the functions', () => {
    const paths = distribution.CacheBehaviors.map(({ PathPattern }) => PathPattern)
    expect(paths).toContain('/_app/*')
    expect(paths.some((path) => path?.startsWith('/api') ?? true)).toBe(false)
    expect(distribution.CacheBehaviors.map(({ TargetOriginId }) => TargetOriginId)).not.toContain(
      distribution.DefaultCacheBehavior.TargetOriginId,
    )
  })
})
