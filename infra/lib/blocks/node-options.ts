/**
 * How Node runs our functions. Each answers one request at a time, so little is alive when young memory is cleared: cleared often, that
 * takes half a millisecond instead of three, and the slowest answers in a hundred are a quarter faster
 * (https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib).
 */
export const nodeOptions = '--max-semi-space-size=2'
