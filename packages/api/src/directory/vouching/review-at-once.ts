/** How many lose their standing within the request that took their support; the clock goes on with the rest. */
export const atOnce = { most: 25 } as const
