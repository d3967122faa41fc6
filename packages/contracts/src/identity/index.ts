export { Me } from './me.ts'
export { hasSecondFactor, Passkey, Person } from './person.ts'
export { Device, devices, Session, sessionHours, sessionIdleMinutes } from './session.ts'
export { anonymous, Membership, Role, roles, type Viewer } from './viewer.ts'
