import type { Command } from './command.ts'
import { nameFirstCoordinators, type Unnamed } from './founding/first-coordinators.ts'

const help = `pnpm kunak coordinator add MAIL…     name the first coordinators of a network that was just founded

They are people of different vetted organisations, such as stewards of two founding ones, because whatever a coordinator cannot do alone
needs another one of another organisation. Once there are two, these make others, at their desk.
Exit codes: 0 done; 1 refused, as where there are coordinators already; 2 wrongly called.`

/** `pnpm kunak coordinator add`: the first coordinators of a network. */
export const coordinatorCommand: Command = {
  summary: 'name the first coordinators',
  help,
  run: async ([verb, ...mails], { withNetwork, say, complain }) => {
    const named = [...new Set(mails.map((mail) => mail.trim().toLowerCase()))]
    if (verb !== 'add' || named.length === 0 || named.some((mail) => !mail.includes('@'))) {
      complain(help)
      return 2
    }
    return await withNetwork(async (network) => {
      const done = await nameFirstCoordinators(network, named)
      if (done.ok) {
        say(`Coordinator: ${named.join(', ')}. They sign in by mail.`)
        return 0
      }
      complain(why(done.refusal))
      return 1
    })
  },
}

function why(refusal: Unnamed): string {
  switch (refusal.code) {
    case 'not_founded':
      return 'No network was founded here. Found one first: pnpm kunak found.'
    case 'there_are_coordinators':
      return 'There are coordinators already; two of them make another one, at their desk.'
    case 'nobody':
      return `Nobody has an account with the address ${refusal.mail}.`
    case 'not_two_parties':
      return 'Name people of different vetted organisations: two of one organisation can decide nothing together.'
  }
}
