import { join } from 'node:path'
import type { House } from './full-house.ts'
import { recordAnswers } from './record-answers.ts'
import type { Row } from './row.ts'
import { compare, type Server, type Speed, startServer } from './under-load.ts'

/** So many different answers stand for all of them where a bare server gives them back. */
const recordedAnswers = 300

/** What is asked for, and what is promised of it. */
export interface Asked {
  readonly what: string
  readonly paths: readonly string[]
  /** The least share of a bare server's answers. */
  readonly atLeast?: number
}

export type RowOf = (what: string, value: number, unit: Row['unit'], atLeast?: number) => Row

/** Ours beside bare `node:http` that gives back the same bytes, of all answers or, where every question is new, of some of them. */
export async function besideRecorded(house: House, server: Server, { asked, row }: { asked: Asked; row: RowOf }): Promise<Row[]> {
  const { what, paths, atLeast } = asked
  const file = join(house.folder, 'recorded.json')
  const recorded = paths.slice(0, recordedAnswers)
  await recordAnswers(server.port, recorded, file)
  await using bare = await startServer('serve-recorded', file)
  const { ours, same } = await compare({ ours: { server, paths }, same: { server: bare, paths: recorded } }, house.folder)
  return [...speedRows(what, ours, row), ...ratioRows(`${what}: beside the same bytes`, [ours, same], { row, atLeast })]
}

export function speedRows(what: string, { perSecond, p50, p99, kilobytes }: Speed, row: RowOf): Row[] {
  return [
    row(what, perSecond, 'per second'),
    row(`${what}: p50`, p50, 'ms'),
    row(`${what}: p99`, p99, 'ms'),
    row(`${what}: an answer`, kilobytes, 'kB'),
  ]
}

/** How many answers of one server come on one of another, and how their slowest compare. */
export function ratioRows(
  what: string,
  [one, other]: readonly [Speed, Speed],
  { row, atLeast }: { row: RowOf; atLeast?: number | undefined },
): Row[] {
  return [
    row(what, one.perCpuSecond / other.perCpuSecond, 'ratio', atLeast),
    row(`${what}, as the clock on the wall has it`, one.perSecond / other.perSecond, 'ratio'),
    row(`${what}, p99`, one.p99 / other.p99, 'ratio'),
  ]
}
