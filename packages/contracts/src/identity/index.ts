export { anonymous, type Identity, type Role, roles, type Viewer } from './viewer.ts'
export { Me } from './me.ts'
