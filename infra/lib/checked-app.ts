import { App, type AppProps, Validations } from 'aws-cdk-lib'
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api'
import { AwsSolutionsChecks } from 'cdk-nag'

/** An application that is synthesised only if nothing in it breaks a rule of AWS's without a written reason. */
export function checkedApp(props: AppProps = {}): App {
  // A young project has no old behaviour to keep: every recommended one of this exact version of the library.
  const context = { ...CURRENTLY_RECOMMENDED_FLAGS, '@aws-cdk/core:target-partitions': ['aws'] }
  const app = new App({ ...props, context })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
