export { type Membership, type Role, roles, type Viewer, anonymous } from './viewer.ts'
