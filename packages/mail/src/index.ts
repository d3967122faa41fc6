export { composeLetter } from './compose-letter.ts'
export { sesCarrier } from './ses-carrier.ts'
