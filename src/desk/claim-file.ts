// All that the page of one claim shows.

import type { Attribution } from '../model/attribution.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import { listNames } from '../model/list-names.ts'
import type { Stance } from '../model/timeline.ts'
import { findCorrected } from '../publish/find-corrected.ts'
import { listForms } from '../publish/list-forms.ts'
import type { ClaimFile, ClaimVoice } from '../publish/render-claim.ts'
import { versionWords } from '../publish/version-words.ts'
import { makeOriginsGraph } from './make-origins-graph.ts'
import { byDay, nameVoice } from './name-voice.ts'
import { tellTimeline } from './tell-timeline.ts'

/** What a claim's page is made of: all that a desk holds, or what of it has to do with that one claim. */
export interface ClaimGrounds {
  readonly docs: readonly ReadDoc[]
  readonly linked: Linked
  readonly tracked: Pick<Tracked, 'stances' | 'rows'>
}

/** The file of a claim or of one that it is an alias of; undefined where the ledger has none. */
export function makeClaimFile(holdings: ClaimGrounds, id: string): ClaimFile | undefined {
  const { linked, tracked, docs } = holdings
  const claim = linked.claims.find((each) => each.id === id || each.aliases.some((alias) => alias === id))
  const row = claim && tracked.rows.find((each) => each.claim === claim.id)
  if (!row) return undefined
  const bearings = linked.bearings.filter((bearing) => bearing.claim === claim.id)
  const stances = tracked.stances.filter((stance) => stance.claim === claim.id)
  const readById = new Map(docs.map((read) => [read.doc.id, read]))
  const nameOf = new Map(linked.entities.map((entity) => [entity.id, entity.name]))
  const namesAt = (doc: Id<'doc'>, attribution?: Id<'attribution'>) =>
    stances.filter((stance) => stance.doc === doc && stance.attribution === attribution)
  const peopleOf = (taken: readonly Stance[]): Person[] =>
    taken.flatMap(({ holder }) => {
      const name = nameOf.get(holder)
      return name === undefined ? [] : [{ id: holder, name }]
    })
  const appearances = linked.appearances.filter((appearance) => appearance.claim === claim.id)
  const putForward = appearances.flatMap((appearance): ClaimVoice[] => {
    const { doc, attribution, evidence } = appearance
    const read = readById.get(doc)
    const taken = namesAt(doc, attribution)
    if (!read || taken.some(({ act }) => act === 'confirms')) return [] // it stands under "Confirmed by"
    const version = versionWords(appearance)
    const voice = voiceOf(read, attribution, peopleOf(taken))
    return [{ ...voice, act: taken[0]?.act ?? 'asserts', evidence, ...(version && { version }) }]
  })
  const answers = [...Map.groupBy(stances, ({ doc, attribution }) => `${doc} ${attribution}`).values()].flatMap(
    (taken): ClaimVoice[] => {
      const [first] = taken
      const read = first && readById.get(first.doc)
      if (!read || first.act === 'asserts' || first.act === 'announces') return []
      const { attribution, act, evidence } = first
      const told = tellingOf(read, attribution) ?? evidence
      const instead = act === 'corrects' ? insteadOf(row.wording, read, holdings) : undefined
      const version = versionWords(first)
      const more = { ...(version && { version }), ...(instead && { instead }) }
      return [{ ...voiceOf(read, attribution, peopleOf(taken)), act, evidence: told, ...more }]
    },
  )
  const dayOf = ({ evidence }: ClaimVoice) => readById.get(evidence.doc)?.doc.published
  const independence = linked.independences.find((each) => each.claim === claim.id)
  const findDoc = (doc: Id<'doc'>) => readById.get(doc)?.doc
  return {
    row,
    putForward: byDay(putForward, dayOf),
    answers: byDay(answers, dayOf),
    bearings,
    timeline: tellTimeline({
      claim,
      appearances,
      stances,
      findRead: (doc) => readById.get(doc),
      nameOf: (entity) => nameOf.get(entity),
    }),
    ...(independence && { graph: makeOriginsGraph({ claim, appearances, independence, findDoc }) }),
    remarks: listForms(
      linked.quoteMatches,
      bearings.map(({ evidence }) => evidence),
      (doc) => readById.get(doc)?.doc.published,
    ),
  }
}

type Person = NonNullable<ClaimVoice['people']>[number]

function voiceOf(
  read: ReadDoc,
  id: Id<'attribution'> | undefined,
  people: readonly Person[],
): Pick<ClaimVoice, 'who' | 'via' | 'said' | 'attribution' | 'people'> {
  const names = people.map(({ name }) => name)
  const { attribution, who, via, said } = nameVoice(read, id, names)
  if (!attribution) return { who: `${read.doc.outlet ?? 'outlet unknown'}, in its own voice`, via }
  const known = people.filter(({ name }, at) => who.includes(name) && names.indexOf(name) === at)
  return {
    attribution: attribution.id,
    who: who.length > 0 ? listNames(who) : 'nobody named',
    via,
    ...(said && { said }),
    ...(known.length === who.length && known.length > 0 && { people: known }),
  }
}

const LONGEST = 400 // units; longer stretches hold another sentence

/** "denied that there was an offer", "did not reply to a letter": the words from the cue on; undefined if they lie otherwise. */
function tellingOf({ doc, reading }: ReadDoc, id: Id<'attribution'> | undefined): Evidence | undefined {
  const found = reading.attributions.find((each) => each.id === id)
  if (!found) return undefined
  const { cue, content }: Attribution = found
  const end = Math.max(...[...cue, ...content].map((span) => span.end))
  const span = { start: cue[0].start, end }
  const isPlain = content[0].start >= cue[0].start && end - span.start <= LONGEST
  return isPlain && !doc.text.slice(span.start, end).includes('\n') ? cite(doc, span) : undefined
}

/** What the correcting report puts forward with another number. */
function insteadOf(wording: string, { doc }: ReadDoc, { linked }: Pick<ClaimGrounds, 'linked'>): ClaimVoice['instead'] {
  const own = linked.appearances.filter((appearance) => appearance.doc === doc.id)
  const found = findCorrected(wording, own, ({ evidence }) => evidence.quote)
  return found && { claim: found.claim, evidence: found.evidence }
}

/** Every piece of evidence that the claim's page links to. */
export function evidenceOfClaim({ putForward, answers, bearings = [], remarks = [] }: ClaimFile): Evidence[] {
  return [
    ...[...putForward, ...answers].flatMap(({ evidence, instead }) => [
      evidence,
      ...(instead ? [instead.evidence] : []),
    ]),
    ...bearings.map(({ evidence }) => evidence),
    ...remarks.flat().flatMap(({ printed }) => printed),
  ]
}
