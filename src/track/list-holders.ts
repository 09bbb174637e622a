// Who did one thing to a claim: confirmed, denied, corrected or turned it down, or would not speak of it; each once, with the first report
// that tells.
import { type Act, isSilent } from '../model/act.ts'
import type { Attribution, Days, StatedSource } from '../model/attribution.ts'
import type { Holder, ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'
import type { Stance } from '../model/timeline.ts'
import type { Names } from './ledger-names.ts'
import { inOrder } from './list-reports.ts'

/** Those who took one of these acts, in the order of first printing, without those of whom another of the same report tells more. */
export function listHolders(stances: readonly Stance[], acts: readonly Act[], names: Names): Holder[] {
  const held = stances.filter(({ act }) => acts.includes(act))
  if (held.length === 0) return []
  const holders = inOrder(held, ({ printed }) => printed).map((stance) => makeHolder(stance, names))
  const firstOf = new Map<string, Holder>()
  for (const holder of holders) if (!firstOf.has(holder.name)) firstOf.set(holder.name, holder)
  const listed = [...firstOf.values()]
  return listed.filter((holder) => !listed.some((other) => tellsMoreOf(other, holder)))
}

// One report has a Karskan source and a Karskan official deny it to Meridian: as origins are counted, these are one group.
function tellsMoreOf(other: Holder, { name, via, doc }: Holder): boolean {
  const side = /^(\p{Lu}.*) sources?$/u.exec(name)?.[1]
  if (side === undefined || via.length === 0 || other.name === name) return false
  return other.name.startsWith(`${side} `) && other.doc === doc && other.via.join() === via.join()
}

function makeHolder(stance: Stance, { docs, reads, entities, holderAt }: Names): Holder {
  const read = reads.get(stance.doc)
  const attribution = read?.reading.attributions.find(({ id }) => id === stance.attribution)
  return {
    name: entities.get(stance.holder) ?? 'unknown',
    via:
      read && attribution
        ? attribution.via.map((source) => holderAt(stance.doc, source.who[0]) ?? nameOf(read, source))
        : [],
    ...(stance.said && { said: printDays(stance.said) }),
    ...(attribution?.silence && isSilent(stance.act) && { silence: attribution.silence }),
    doc: docs.get(stance.doc) ?? stance.doc,
    evidence: stance.evidence,
  }
}

function nameOf({ doc, reading }: ReadDoc, source: StatedSource): string {
  return (
    reading.chains.find(({ id }) => id === source.who[0])?.name ??
    wordsOf(doc.text, source.words as Attribution['content'])
  )
}

// Half-open inside, first and last day outside: one day is printed once.
function printDays({ from, until }: Days): string {
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return last > from ? `${from}/${last}` : from
}
