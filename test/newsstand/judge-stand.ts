// The verdict on a run over the newsstand: what the servers' plan and log and the desk's captures say of it, in figures and
// in a list of faults in words.
import type { Access } from './access-log.ts'
import { type Holding, type Holdings, type HoldingsOptions, judgeHoldings } from './judge-holdings.ts'
import { judgeManners, type Manners, type MannersOptions } from './judge-manners.ts'
import type { Stand } from './stand.ts'

export interface Verdict {
  readonly faults: readonly string[]
  readonly requests: number
  readonly manners: Manners
  readonly holdings: Holdings
}

export interface JudgeOptions extends Omit<MannersOptions, 'kept'>, HoldingsOptions {
  readonly visits: readonly string[] // of the canaries
  readonly reached: readonly string[] // addresses to which the program's process opened a connection
  readonly allowed: readonly string[] // of these
}

export function judgeStand(
  stand: Stand,
  log: readonly Access[],
  holdings: readonly Holding[],
  options: JudgeOptions,
): Verdict {
  const had = new Set(['answered', 'unchanged'])
  const kept = Map.groupBy(
    holdings.map(({ last, at, outcome }) => ({ last, at, isHad: had.has(outcome) })),
    ({ last }) => last,
  )
  const manners = judgeManners(stand, log, { ...options, kept })
  const held = judgeHoldings(stand, log, holdings, options)
  const strangers = options.reached.filter((address) => !options.allowed.includes(address))
  const faults = [
    ...options.visits.map((visit) => `a canary was reached: ${visit}`),
    ...strangers.map((address) => `a connection to ${address} was tried`),
    ...manners.faults,
    ...held.faults,
  ]
  return { faults, requests: log.length, manners, holdings: held }
}

/** The figures, a line each. */
export function tellVerdict({ requests, manners, holdings, faults }: Verdict): string[] {
  const { due, had, versionsDue, versionsHad, outcomes } = holdings
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} virtual seconds`
  return [
    `${requests} requests; ${had} of ${due} pages had; ${versionsHad} of ${versionsDue} versions`,
    `outcomes: ${Object.entries(outcomes)
      .sort()
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `asked again with a validator ${manners.conditional} of ${manners.asked} times; ${share(manners.unchanged, manners.asked)} unchanged (304)`,
    `least gap between two requests to one host: ${seconds(manners.leastGap)}; from end to beginning ${seconds(manners.leastPause)}`,
    `${faults.length} faults`,
  ]
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`
}
