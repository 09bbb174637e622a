// Whose word an attribution rests on, and which outlet heard it: the last voice before the first outlet, and that
// outlet. A Karskan source told Meridian that the envoy had agreed -> teller: the Karskan source, told to Meridian.
import type { Attribution, KnownSource, Source, StatedSource } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { foldBody } from './fold-name.ts'

export interface Telling {
  readonly teller: Source
  readonly toldTo?: NamedOutlet // absent: the text names no outlet that heard it
}

export interface NamedOutlet {
  readonly name: string
  readonly words: Span
}

/** Who tells it and to which outlet, as the text has it. A teller that is an outlet names nobody behind it. */
export function resolveTeller(read: ReadDoc, attribution: Attribution): Telling {
  const { source, restsOn, hearer } = attribution
  const via = viaOf(read, attribution)
  if (source.kind === 'outlet') {
    const toldTo = nameOutlet(read, source)
    return { teller: restsOn && restsOn.kind !== 'outlet' ? restsOn : source, ...(toldTo && { toldTo }) }
  }
  const at = via.findIndex(isOutlet)
  const outlet = via[at] ?? (restsOn?.kind === 'outlet' ? restsOn : undefined)
  const voices: readonly Source[] = [source, ...via]
  const teller = (at >= 0 ? voices[at] : via.at(-1)) ?? source
  if (outlet) {
    const toldTo = nameOutlet(read, outlet)
    return { teller, ...(toldTo && { toldTo }) }
  }
  if (hearer?.kind === 'outlet' && hearer.who !== undefined) {
    const name = nameOf(read, hearer.who)
    if (name && foldBody(name) !== foldBody(read.doc.outlet ?? ''))
      return { teller, toldTo: { name, words: hearer.words } }
  }
  if (teller.kind === 'anonymous' && read.doc.outlet === undefined) {
    const sole = findSoleHearer(read)
    if (sole) return { teller, toldTo: sole }
  }
  return { teller }
}

// Sources said that the premier had signalled …: where the reading leaves the inner via open, it is the outer's.
function viaOf(read: ReadDoc, { via, within }: Attribution): readonly StatedSource[] {
  if (via.length > 0 || within === undefined) return via
  const outer = read.reading.attributions.find(({ id }) => id === within)
  if (!outer || outer.source.kind === 'unstated') return via
  return [outer.source, ...viaOf(read, outer)]
}

// A rewrite without outlet or byline names Meridian as the hearer of one unnamed source and of no other outlet: what
// its other unnamed sources said, it has from Meridian too.
function findSoleHearer(read: ReadDoc): NamedOutlet | undefined {
  const heard = read.reading.attributions
    .filter(({ source }) => source.kind === 'anonymous')
    .flatMap(({ via }) => via.filter(isOutlet))
    .flatMap((outlet) => nameOutlet(read, outlet) ?? [])
  const names = new Set(heard.map(({ name }) => foldBody(name)))
  return names.size === 1 ? heard[0] : undefined
}

function isOutlet(source: StatedSource): source is KnownSource {
  return source.kind === 'outlet'
}

function nameOutlet(read: ReadDoc, outlet: StatedSource): NamedOutlet | undefined {
  const name = nameOf(read, outlet.who[0])
  return name ? { name, words: outlet.words[0] } : undefined
}

function nameOf({ reading }: ReadDoc, id: string): string | undefined {
  return reading.chains.find((chain) => chain.id === id)?.name
}
