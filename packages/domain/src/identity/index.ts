export { canRead, hasRole, isOwn } from './can-read.ts'
export { actorOf } from './actor-of.ts'
export { isSessionOver, viewerFrom } from './viewer-from.ts'
export { refuseStranger } from './refuse-stranger.ts'
