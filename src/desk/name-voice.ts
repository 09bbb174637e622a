// Who speaks in one attribution of one report, as the command line and the pages both name them.
import type { Attribution } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { saidIn } from './said-in.ts'

export interface NamedVoice {
  readonly attribution?: Attribution // none: the outlet speaks in its own voice
  readonly who: readonly string[] // none: nobody is named
  readonly via: readonly string[]
  readonly said?: string
}

/**
 * The voice of the attribution with that id, by the names that the ledger holds. An unnamed source is called as this
 * report counts them: an official, officials.
 */
export function nameVoice(
  { doc, reading }: ReadDoc,
  id: Id<'attribution'> | undefined,
  names: readonly string[],
): NamedVoice {
  const attribution = reading.attributions.find((each) => each.id === id)
  if (!attribution) return { who: [...new Set(names)], via: [] }
  const said = saidIn(doc, reading, attribution)
  const who = attribution.source.kind === 'anonymous' || names.length === 0 ? said.who : names
  return { attribution, who: [...new Set(who)], via: said.via, ...(said.said && { said: said.said }) }
}

/** The voices by the day that is given of each, the undated last. */
export function byDay<T>(voices: readonly T[], dayOf: (voice: T) => string | undefined): T[] {
  const day = (voice: T): string => dayOf(voice) ?? '9' // after every year
  return voices.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}
