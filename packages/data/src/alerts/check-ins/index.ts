export { codeGiven, tagsOf } from './check-in-codes.ts'
export { checkInSubject, forgetCheckIns, listCheckIns, loadCheckIn, saveCheckIn } from './check-ins.ts'
export { raiseCheckIns } from './raise-check-ins.ts'
