export { takeToken } from './take-token.ts'
