export { composeLetter } from './compose-letter.ts'
export { pushCarrier } from './push-carrier.ts'
export { sesCarrier } from './ses-carrier.ts'
