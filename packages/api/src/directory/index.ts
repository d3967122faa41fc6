import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { applyToJoin } from './apply-to-join.ts'
import { assureProfile } from './assure-profile.ts'
import { circles } from './circles/index.ts'
import { checkImport } from './check-import.ts'
import { desk } from './desk/index.ts'
import { doNotList } from './do-not-list.ts'
import { editProfile } from './edit-profile.ts'
import { exportCoverage } from './export-coverage.ts'
import { exportOrganisations } from './export-organisations.ts'
import { findOrganisations } from './find-organisations.ts'
import { freezeOrganisation } from './freeze-organisation.ts'
import { getApplication } from './get-application.ts'
import { getCoverage } from './get-coverage.ts'
import { getFrozen } from './get-frozen.ts'
import { getImport } from './get-import.ts'
import { getJsonLd } from './get-json-ld.ts'
import { getOrganisation } from './get-organisation.ts'
import { getProfile } from './get-profile.ts'
import { getVocabulary } from './get-vocabulary.ts'
import { listImports } from './list-imports.ts'
import { listOrganisation } from './list-organisation.ts'
import { mapImport } from './map-import.ts'
import { proposals } from './proposals/index.ts'
import { readImportReport } from './read-import-report.ts'
import { recordLegalFlags } from './record-legal-flags.ts'
import { removeOrganisation } from './remove-organisation.ts'
import { reportOrganisation } from './report-organisation.ts'
import { runImport } from './run-import.ts'
import { uploadImport } from './upload-import.ts'
import { vouching } from './vouching/index.ts'

export const directory = new Hono<Front>()
  .route('/', findOrganisations)
  .route('/', listOrganisation)
  .route('/', getOrganisation)
  .route('/', getProfile)
  .route('/', editProfile)
  .route('/', assureProfile)
  .route('/', recordLegalFlags)
  .route('/', removeOrganisation)
  .route('/', applyToJoin)
  .route('/', getApplication)
  .route('/', freezeOrganisation)
  .route('/', getFrozen)
  .route('/', circles)
  .route('/', getCoverage)
  .route('/', getVocabulary)
  .route('/', exportOrganisations)
  .route('/', exportCoverage)
  .route('/', getJsonLd)
  .route('/', listImports)
  .route('/', uploadImport)
  .route('/', getImport)
  .route('/', mapImport)
  .route('/', checkImport)
  .route('/', runImport)
  .route('/', readImportReport)
  .route('/', doNotList)
  .route('/', vouching)
  .route('/', proposals)
  .route('/', reportOrganisation)
  .route('/', desk)
