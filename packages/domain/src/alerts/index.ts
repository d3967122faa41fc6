export type { AlertDecision } from './alert-change.ts'
export { advanceAlert, alertAsOf, isDraftOver, nextDueOf } from './advance-alert.ts'
export { checkAlert } from './check-alert.ts'
export { draftAgain, draftAlert, editDraft, mayEditDraft, newAlert } from './draft-alert.ts'
export { forgetPerson } from './forget-person.ts'
export { cancelAlert, extendAlert, resolveAlert, updateAlert } from './lead-alert.ts'
export { type AlertList, isOpen, listsFor, listsOf } from './lists-of.ts'
export { proposeLevels } from './propose-levels.ts'
export { goesBeyondCircle, isForEverybody, isForNetwork, readsAlert } from './reads-alert.ts'
export { submitAlert } from './submit-alert.ts'
export { verifyAlert } from './verify-alert.ts'
export type { AlertContext } from './named-for.ts'
export { organisationsOf, viewAlert } from './view-alert.ts'
export { digestBefore, isDigestDue } from './subscriber-hours.ts'
export { defaultSubscription, isUrgent, type Subscriber } from './subscription.ts'
export { capMessagesOf } from './feeds/cap-messages.ts'
export { courtDatesOf } from './feeds/court-dates.ts'
export { feedWords } from './feeds/feed-words.ts'
export { type OwnFeed, writeNewsFeed, writeOwnCalendar } from './feeds/own-feeds.ts'
export { changedAt, lastOf, writeAlertsFeed } from './feeds/write-atom.ts'
export { writeCalendar } from './feeds/write-calendar.ts'
export { writeCap } from './feeds/write-cap.ts'
export * from './help/index.ts'
export { choiceOfRules, rulesOfChoice, type SimpleChoice, simpleChoices, withLettersFor } from './simple-subscription.ts'
export { isPushAddress } from './push-address.ts'
export { isNewBetween, newsOfAlert } from './news-of-alert.ts'
export * from './check-ins/index.ts'
export {
  viewerOfSubscriber,
  type Ways,
  waysAtTheEnd,
  waysByDigest,
  waysWhenAsked,
  waysWhenOut,
  waysWhenUpdated,
} from './tell-subscriber.ts'
export { alertLetterEvents, pledgeOf, type ToldOfAlert, whoIsToldOfAlert } from './who-is-told.ts'
export { countedEnd, type Counter, statisticsCsv, statisticsOf } from './statistics.ts'
export { areasFor, whoCanBeAsked } from './who-can-be-asked.ts'
export { asIfAsked, asIfOut, reachOf } from './reach-of-alert.ts'
