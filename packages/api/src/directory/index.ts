import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { assureProfile } from './assure-profile.ts'
import { editProfile } from './edit-profile.ts'
import { findOrganisations } from './find-organisations.ts'
import { getCoverage } from './get-coverage.ts'
import { getOrganisation } from './get-organisation.ts'
import { getProfile } from './get-profile.ts'
import { getVocabulary } from './get-vocabulary.ts'
import { listOrganisation } from './list-organisation.ts'
import { recordLegalFlags } from './record-legal-flags.ts'
import { removeOrganisation } from './remove-organisation.ts'

export const directory = new Hono<Front>()
  .route('/', findOrganisations)
  .route('/', listOrganisation)
  .route('/', getOrganisation)
  .route('/', getProfile)
  .route('/', editProfile)
  .route('/', assureProfile)
  .route('/', recordLegalFlags)
  .route('/', removeOrganisation)
  .route('/', getCoverage)
  .route('/', getVocabulary)
