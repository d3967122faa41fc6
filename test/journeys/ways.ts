/** Everything that a person does here she can do in both ways. */
export const ways = [
  { way: 'with scripts', hasScripts: true },
  { way: 'without scripts', hasScripts: false },
] as const
