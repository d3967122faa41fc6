import type { Network } from './open-network.ts'

/** What a command is given to work with. */
export interface CommandContext {
  /**
   * Does something with the network: that of the running launcher, or one started for as long as `work` takes, after which its changes
   * are also in the search.
   */
  readonly withNetwork: <Answer>(work: (network: Network) => Promise<Answer>) => Promise<Answer>
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** One command of `pnpm kunak`, in a file of its own. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  /** Everything that `pnpm kunak <command> --help` says. */
  readonly help: string
  /** Answers the exit code: 0 done, 1 refused, 2 wrongly called. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>
}
