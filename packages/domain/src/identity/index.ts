export { canRead, hasRole, isOwn } from './can-read.ts'
