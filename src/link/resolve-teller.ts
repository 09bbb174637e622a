// Whose word an attribution rests on, and which outlet heard it: the last voice before the first outlet, and that
// outlet. A Karskan source told Meridian that the envoy had agreed -> teller: the Karskan source, told to Meridian.
import type { Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains, type Span } from '../model/span.ts'
import { foldBody } from './fold-name.ts'
import type { OutletNames } from './name-outlets.ts'

export interface ResolvedTeller {
  readonly teller: Source
  readonly toldTo?: NamedOutlet // absent: the text names no outlet that heard it
  readonly isOutlet: boolean // the teller is the outlet itself, or its report: nobody is named behind it
}

export interface NamedOutlet {
  readonly name: string
  readonly words: Span
}

/** Who tells it and to which outlet, as the text has it. */
export function resolveTeller(read: ReadDoc, attribution: Attribution, outlets: OutletNames): ResolvedTeller {
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
  const isReported = at === 1 && hearer?.kind !== 'outlet' && isReportedly(read, attribution)
  const behind = outlet && isReported ? findBehind(read, attribution, outlet, outlets) : undefined
  if (behind) return { teller: behind, toldTo: outlet as NamedOutlet, isOutlet: false }
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

// "…, according to Meridian, which cites two officials." What else this report has from Meridian there rests on them as well;
// so it does where they alone are quoted from Meridian: Meridian reported an offer. "It came by letter," officials told Meridian.
function findBehind(
  read: ReadDoc,
  attribution: Attribution,
  outlet: NamedOutlet,
  outlets: OutletNames,
): StatedSource | undefined {
  const isOf = (source: Source | undefined): boolean =>
    source !== undefined && nameOutlet(read, source, outlets)?.name === outlet.name
  const near = [attribution, ...read.reading.attributions.filter((one) => isNear(read, one, attribution))]
  const cited = near
    .filter(({ source, via }) => isOf(source) || (source.kind === 'unstated' && isOf(via[0])))
    .flatMap(({ restsOn }) => restsOn ?? [])
    .find((source) => !nameOutlet(read, source, outlets))
  if (cited) return cited
  const quoted = near.filter(({ source, via }) => source.kind !== 'unstated' && !isOf(source) && isOf(via[0]))
  const [first, ...others] = quoted.flatMap(({ source }) => (source.kind === 'anonymous' ? [source] : []))
  const isAlone = quoted.length === others.length + 1 && others.every(({ who }) => who[0] === first?.who[0])
  return isAlone ? first : undefined
}

// In the same paragraph or the next: further on, an outlet is cited for another of its reports.
function isNear({ doc: { blocks } }: ReadDoc, a: Attribution, b: Attribution): boolean {
  const placeOf = ({ cue: [{ start }] }: Attribution): number =>
    blocks.findIndex(({ span }) => span.start <= start && start < span.end)
  return Math.abs(placeOf(a) - placeOf(b)) <= NEAR
}

const NEAR = 1 // paragraphs

// Karsk reportedly turned the offer down, saying that it had no time: Karsk's words too are told by whoever told the outlet.
function isReportedly({ reading }: ReadDoc, { source, cue, via }: Attribution): boolean {
  const sentence = reading.sentences.find(({ start, end }) => start <= cue[0].start && cue[0].start < end)
  const isHere = ({ start }: Span): boolean => sentence !== undefined && sentence.start <= start && start < sentence.end
  return (
    source.kind === 'unstated' ||
    reading.attributions.some(
      (one) => one.source.kind === 'unstated' && isHere(one.cue[0]) && one.via[0]?.who[0] === via[0]?.who[0],
    )
  )
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
