export { changedSince, loadOrganisation, loadOrganisations, saveOrganisation } from './organisations.ts'
