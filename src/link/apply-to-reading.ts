// What people ruled on the attributions of one report, done to its reading before it is linked: what nobody said is left
// out, and what another said is given to that other.
import type { Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { Decision, RuledHolder } from '../model/decision.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Kind, Reading } from '../model/reading.ts'
import { findAttribution, findChain } from './find-ruled.ts'

/** The reading as people ruled; the doc is as it was. `decisions` are those in force, in log order. */
export function applyToReading(read: ReadDoc, decisions: readonly Decision[]): ReadDoc {
  let reading = read.reading
  for (const { id, ruling } of decisions) {
    if (ruling.kind !== 'reject' && ruling.kind !== 're-attribute') continue
    if (ruling.what.words[0].name !== read.doc.name) continue
    const found = findAttribution(ruling.what, { doc: read.doc, reading })
    if (!found) continue
    reading = ruling.kind === 'reject' ? without(reading, found) : giveTo(read, reading, found, { id, to: ruling.to })
  }
  return reading === read.reading ? read : { ...read, reading }
}

/** The id of the chain that a ruling makes for a holder whom the report does not mention. */
export function ruledChainOf(decision: Id<'decision'>): Id<'chain'> {
  return asId<'chain'>(`ruled-${decision}`)
}

// What lay within the rejected one lies within what that lay in; what pointed at it points at nothing.
function without(reading: Reading, { id, within: outer }: Attribution): Reading {
  const attributions = reading.attributions
    .filter((one) => one.id !== id)
    .map((one): Attribution => {
      const { within, target, ...rest } = one
      const own = within === id ? outer : within
      const aim = target && target.of === id ? { words: target.words } : target
      return { ...rest, ...(own && { within: own }), ...(aim && { target: aim }) }
    })
  return { ...reading, attributions }
}

function giveTo(
  read: ReadDoc,
  reading: Reading,
  attribution: Attribution,
  { id, to }: { id: Id<'decision'>; to: RuledHolder | 'unstated' },
): Reading {
  const put = (source: Source): Attribution[] =>
    reading.attributions.map((one) => (one.id === attribution.id ? { ...one, source } : one))
  if (to === 'unstated') return { ...reading, attributions: put({ kind: 'unstated' }) }
  const chains = to.words.flatMap((words) => findChain(words, { doc: read.doc, reading }) ?? [])
  const [known] = chains
  const chain = known ?? makeChain(attribution, to, id)
  const source = sourceFor(chain, reading, attribution)
  return { ...reading, chains: known ? reading.chains : [...reading.chains, chain], attributions: put(source) }
}

// The report speaks of her as "she", or not at all: the words that stood for the source, or the cue, now stand for her.
function makeChain({ source, cue }: Attribution, { name, kind }: RuledHolder, id: Id<'decision'>): Chain {
  const [span] = source.kind === 'unstated' ? cue : source.words
  return { id: ruledChainOf(id), kind, name, mentions: [{ span, form: 'name' }] }
}

const STATED: Readonly<Record<Exclude<Kind, 'group'>, Exclude<StatedSource['kind'], 'anonymous'>>> = {
  person: 'person',
  organisation: 'organisation',
  government: 'government',
  outlet: 'outlet',
  document: 'document',
  place: 'government', // Karsk: its government
}

// As the report has that source elsewhere, with its count, side or role; else by the kind of its chain.
function sourceFor({ id, kind, mentions }: Chain, { attributions }: Reading, own: Attribution): StatedSource {
  const others = attributions.flatMap(({ id: other, source }) => (other === own.id ? [] : [source]))
  const alike = others.find((source) => source.kind !== 'unstated' && source.who[0] === id && source.who.length === 1)
  if (alike && alike.kind !== 'unstated') return alike
  const words = [mentions[0].span] as const
  return kind === 'group'
    ? { kind: 'anonymous', words, who: [id], count: { atLeast: 1 } }
    : { kind: STATED[kind], words, who: [id] }
}
