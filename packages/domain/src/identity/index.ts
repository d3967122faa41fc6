export { canRead, hasRole, isOwn } from './can-read.ts'
export { viewerFrom } from './viewer-from.ts'
export { refuseStranger } from './refuse-stranger.ts'
