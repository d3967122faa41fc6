/** Why something does not start, in one sentence for the person who started it. No fault of the program, so no stack is shown. */
export class CannotStart extends Error {}
