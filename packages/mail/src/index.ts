export { composeLetter, type Letterhead } from './compose-letter.ts'
export { sesCarrier } from './ses-carrier.ts'
export { neutralNames } from './words.ts'
