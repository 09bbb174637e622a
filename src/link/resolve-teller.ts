// Whose word an attribution rests on, and which outlet heard it: the last voice before the first outlet, and that
// outlet. A Karskan source told Meridian that the envoy had agreed -> teller: the Karskan source, told to Meridian.
import type { Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains, type Span } from '../model/span.ts'
import { foldBody } from './fold-name.ts'
import type { OutletNames } from './name-outlets.ts'

export interface Telling {
  readonly teller: Source
  readonly toldTo?: NamedOutlet // absent: the text names no outlet that heard it
  readonly isOutlet: boolean // the teller is the outlet itself, or its report: nobody is named behind it
}

export interface NamedOutlet {
  readonly name: string
  readonly words: Span
}

/** Who tells it and to which outlet, as the text has it. */
export function resolveTeller(read: ReadDoc, attribution: Attribution, outlets: OutletNames): Telling {
  const { source, restsOn, hearer } = attribution
  const via = viaOf(read, attribution)
  // Meridian says that Veldania has offered to leave: it is Meridian's word, Veldania only acts in it.
  const isActOnly = via.length > 0 && isInfinitive(read, attribution) && hearer?.kind !== 'outlet'
  const voices: readonly Source[] = isActOnly ? via : [source, ...via]
  const heard = voices.map((voice) => nameOutlet(read, voice, outlets))
  const at = heard.findIndex((outlet) => outlet !== undefined)
  const outlet = heard[at]
  if (outlet && at === 0) {
    const behind = findBehind(read, attribution, outlet, outlets)
    return { teller: behind ?? voices[0] ?? source, toldTo: outlet, isOutlet: behind === undefined }
  }
  if (outlet) return { teller: voices[at - 1] ?? source, toldTo: outlet, isOutlet: false }
  const teller = voices.at(-1) ?? source
  const rests = restsOn && nameOutlet(read, restsOn, outlets)
  if (rests) return { teller, toldTo: rests, isOutlet: false }
  if (hearer?.kind === 'outlet' && hearer.who !== undefined) {
    const name = nameOfChain(read, hearer.who)
    if (name) return { teller, toldTo: { name: outlets.nameOf(name), words: hearer.words }, isOutlet: false }
  }
  const sole = teller.kind === 'anonymous' && read.doc.outlet === undefined ? findSoleHearer(read, outlets) : undefined
  return { teller, ...(sole && { toldTo: sole }), isOutlet: false }
}

// "…, according to Meridian, which cites two officials." What else this report has from Meridian rests on them as well.
function findBehind(
  read: ReadDoc,
  attribution: Attribution,
  outlet: NamedOutlet,
  outlets: OutletNames,
): StatedSource | undefined {
  const all = read.reading.attributions
  const cited = [attribution, ...all].filter(({ source }) => nameOutlet(read, source, outlets)?.name === outlet.name)
  return cited.flatMap(({ restsOn }) => restsOn ?? []).find((source) => !nameOutlet(read, source, outlets))
}

function isInfinitive({ doc }: ReadDoc, { content }: Attribution): boolean {
  return /^to\s/i.test(doc.text.slice(content[0].start, content[0].end))
}

// Sources said that the premier had signalled …: where the reading leaves the inner via open, it is the outer's.
function viaOf(read: ReadDoc, { via, within }: Attribution): readonly StatedSource[] {
  if (via.length > 0 || within === undefined) return via
  const outer = read.reading.attributions.find(({ id }) => id === within)
  if (!outer || outer.source.kind === 'unstated') return via
  return [outer.source, ...viaOf(read, outer)]
}

// A rewrite without outlet or byline names Meridian as the hearer of one unnamed source and names no other outlet: what
// its other unnamed sources said, it has from Meridian too.
function findSoleHearer(read: ReadDoc, outlets: OutletNames): NamedOutlet | undefined {
  const heard = read.reading.attributions
    .filter(({ source }) => source.kind === 'anonymous')
    .flatMap(({ via }) => via.flatMap((source) => nameOutlet(read, source, outlets) ?? []))
  const names = new Set(heard.map(({ name }) => foldBody(name)))
  return names.size === 1 ? heard[0] : undefined
}

// The outlet that a source is, or whose report it is: "Meridian", "a report by Meridian".
function nameOutlet(read: ReadDoc, source: Source, outlets: OutletNames): NamedOutlet | undefined {
  if (source.kind === 'unstated' || source.kind === 'anonymous' || source.kind === 'person') return undefined
  const words = source.words[0]
  const name = nameOfChain(read, source.who[0])
  if (name && (source.kind === 'outlet' || outlets.isKnown(name))) return { name: outlets.nameOf(name), words }
  if (source.kind !== 'document') return undefined
  const author = read.reading.chains.find(
    ({ kind, mentions }) => kind === 'outlet' && mentions.some(({ span }) => contains(words, span)),
  )
  const named = author?.name ?? outlets.findIn(read.doc.text.slice(words.start, words.end))
  return named === undefined ? undefined : { name: outlets.nameOf(named), words }
}

function nameOfChain({ reading }: ReadDoc, id: string): string | undefined {
  return reading.chains.find((chain) => chain.id === id)?.name
}
