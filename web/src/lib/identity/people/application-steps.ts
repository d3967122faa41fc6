import { NewApplication } from '@kunak/contracts/directory'

/** What an applicant has written so far, on whichever page of the application. */
export interface ApplicationSent {
  readonly names: Readonly<Record<'ru' | 'en', string>>
  readonly website: string
  readonly worksIn: readonly string[]
  readonly languages: readonly string[]
  readonly country: string
  readonly knows: string
  readonly mail: string
}

/** The pages of an application, one question group each, in order, with what each asks. */
const contracts = {
  organisation: NewApplication.pick({ names: true, website: true }),
  work: NewApplication.pick({ worksIn: true, languages: true }),
  knows: NewApplication.pick({ knows: true }),
  mail: NewApplication.pick({ mail: true }),
} as const

export type ApplicationStep = keyof typeof contracts
export const applicationSteps = Object.keys(contracts) as ApplicationStep[]

/** The step of that name; the first where there is none. */
export const stepNamed = (name: string): ApplicationStep => applicationSteps.find((step) => step === name) ?? 'organisation'

/** The step so many pages on, or back where that is less than nothing; at the ends, the one she is at. */
export const stepBeside = (step: ApplicationStep, pages: number): ApplicationStep =>
  applicationSteps[applicationSteps.indexOf(step) + pages] ?? step

/** The step that asks for a field of the contract. */
export const stepAsking = (field: string): ApplicationStep | undefined =>
  applicationSteps.find((step) => Object.hasOwn(contracts[step].shape, field))

export const isLastStep = (step: ApplicationStep): boolean => step === applicationSteps.at(-1)

/** What a step asks by its contract, and what was written there. */
export function askedAt(step: ApplicationStep, sent: ApplicationSent) {
  const contract = contracts[step]
  return { contract, said: Object.fromEntries(Object.entries(sent).filter(([field]) => field in contract.shape)) }
}
