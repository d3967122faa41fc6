// The built server exists only after a build, which writes the same beside it; this is its shape before that.
declare module '*/build/index.js' {
  export const server: import('./platform.ts').BuiltServer
}
