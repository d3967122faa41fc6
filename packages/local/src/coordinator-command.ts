import type { Command } from './command.ts'
import { nameFirstCoordinators, type Unnamed } from './founding/first-coordinators.ts'

const help = `pnpm kunak coordinator add MAIL MAIL…     name the first coordinators of a network, once

They are people of two different vetted organisations, such as stewards of two founding ones, because whatever a coordinator cannot do
alone needs another one of another organisation. Later coordinators are made by two coordinators, at their desk.
Exit codes: 0 done; 1 refused, as where there are coordinators already; 2 wrongly called.`

/** `pnpm kunak coordinator add`: the first coordinators of a network. */
export const coordinatorCommand: Command = {
  summary: 'name the first coordinators',
  help,
  run: async ([verb, ...mails], { withNetwork, say, complain }) => {
    const named = [...new Set(mails.map((mail) => mail.trim().toLowerCase()))]
    if (verb !== 'add' || named.length < 2 || named.some((mail) => !mail.includes('@'))) {
      complain(help)
      return 2
    }
    return await withNetwork(async (network) => {
      const done = await nameFirstCoordinators(network, named)
      if (done.ok) {
        say(`${named.length} coordinators. They sign in by mail.`)
        return 0
      }
      complain(why(done.refusal))
      return 1
    })
  },
}

function why(refusal: Unnamed): string {
  switch (refusal.code) {
    case 'there_are_coordinators':
      return 'There are coordinators already; two of them make another one, at their desk.'
    case 'nobody':
      return `Nobody has an account with the address ${refusal.mail}.`
    case 'not_two_parties':
      return 'Name people of two different vetted organisations: alone, a coordinator can decide nothing.'
  }
}
