// What people ruled on the attributions of one report, done to its reading before it is linked: what nobody said is left
// out, what another said is given to that other, and words and kinds of sources are as people put them right. What each
// ruling is about is looked for in the reading as the reader left it, whatever was ruled before.
import type { Attribution, Source } from '../model/attribution.ts'
import type { Decision, RuledHolder, Ruling } from '../model/decision.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Reading } from '../model/reading.ts'
import { correctWords } from './correct-words.ts'
import { findAttribution, findChain } from './find-ruled.ts'
import { setSourceKind } from './set-source-kind.ts'
import { sourceFor } from './source-for.ts'

type OnReading = Extract<Ruling, { kind: 'reject' | 're-attribute' | 'correct' | 'set kind' }>

/** The reading as people ruled; the doc is as it was. `decisions` are those in force, in log order. */
export function applyToReading(read: ReadDoc, decisions: readonly Decision[]): ReadDoc {
  const own = groupByReport(decisions).get(read.doc.name) ?? []
  const asRead = read.asRead ?? read.reading
  let reading = asRead
  for (const { id, ruling } of own) {
    const looked = findAttribution(ruling.what, read)
    const found = looked && reading.attributions.find((one) => one.id === looked.id)
    if (found) reading = applyOne({ doc: read.doc, reading }, found, { id, ruling }) ?? reading
  }
  return reading === asRead && !read.asRead ? read : { ...read, reading, asRead }
}

/** True where one of the decisions is on the reading of the report of this name. */
export function isReadAnew(name: string, decisions: readonly Decision[]): boolean {
  return groupByReport(decisions).has(name)
}

/** True where the ruling is done to the reading of one report, before it is linked. */
export function isOnReading(ruling: Ruling): ruling is OnReading {
  return ['reject', 're-attribute', 'correct', 'set kind'].includes(ruling.kind)
}

/** What one ruling makes of a reading. Undefined where it cannot be done there. */
export function applyOne(
  read: ReadDoc,
  found: Attribution,
  { id, ruling }: { readonly id: Id<'decision'>; readonly ruling: OnReading },
): Reading | undefined {
  switch (ruling.kind) {
    case 'reject':
      return without(read.reading, found)
    case 're-attribute':
      return giveTo(read, found, { id, to: ruling.to })
    case 'correct':
      return correctWords(read, found, { to: ruling.to, chain: ruledChainOf(id) })
    case 'set kind':
      return setSourceKind(read.reading, found, ruling.to)
  }
}

/** The id of the chain that a ruling makes for a holder whom the report does not mention. */
export function ruledChainOf(decision: Id<'decision'>): Id<'chain'> {
  return asId<'chain'>(`ruled-${decision}`)
}

type OnOneReport = Decision & { readonly ruling: OnReading }

const grouped = new WeakMap<readonly Decision[], ReadonlyMap<string, readonly OnOneReport[]>>()

// Each report asks, and most have none: they are sorted out once.
function groupByReport(decisions: readonly Decision[]): ReadonlyMap<string, readonly OnOneReport[]> {
  const known = grouped.get(decisions)
  if (known) return known
  const own = decisions.filter((one): one is OnOneReport => isOnReading(one.ruling))
  const made = Map.groupBy(own, ({ ruling }) => ruling.what.words[0].name)
  grouped.set(decisions, made)
  return made
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
  attribution: Attribution,
  { id, to }: { id: Id<'decision'>; to: RuledHolder | 'unstated' },
): Reading {
  const { reading } = read
  const put = (source: Source): Attribution[] =>
    reading.attributions.map((one) => (one.id === attribution.id ? { ...one, source } : one))
  if (to === 'unstated') return { ...reading, attributions: put({ kind: 'unstated' }) }
  const chains = to.words.flatMap((words) => findChain(words, read) ?? [])
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
