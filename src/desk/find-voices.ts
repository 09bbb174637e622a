// Who says what to one claim, each with the words: who put it forward, and who answered it.

import { type ClaimFile, findLinked } from '../archive/linked.ts'
import { type Act, isSilent } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { oneLine } from '../model/one-line.ts'
import { versionWords } from '../publish/version-words.ts'
import type { Desk } from './desk.ts'
import { byDay, nameVoice } from './name-voice.ts'
import { readsOfClaim } from './reads-of-claim.ts'

/** One voice in one report. */
export interface Voice {
  readonly who: string // an outlet, where it speaks in its own voice
  readonly act: Act
  readonly silence?: NonNullable<Attribution['silence']>
  readonly isOwnVoice: boolean
  readonly attribution?: Id<'attribution'> // none: its own voice
  readonly via: readonly string[]
  readonly said?: string
  readonly doc: string // the report's name
  readonly outlet?: string
  readonly published?: string
  readonly version?: string // what is said of the version that it stands in
  readonly words: string // of a silence the sentence that tells of it
  readonly evidence: Evidence
}

export interface Voices {
  readonly putForward: readonly Voice[]
  readonly answers: readonly Voice[]
}

/** Every voice on the claim by day of printing, the undated last. */
export function findVoices(desk: Pick<Desk, 'store'>, file: ClaimFile): Voices {
  const reads = readsOfClaim(desk, file)
  const putForward: Voice[] = []
  const told = new Set<string>()
  for (const appearance of file.appearances) {
    const { doc, attribution, evidence } = appearance
    const read = reads.get(doc)
    if (!read) continue
    const stances = file.stances.filter((stance) => stance.doc === doc && stance.attribution === attribution)
    told.add(`${doc} ${attribution}`)
    const names = stances.map(({ holder }) => nameOf(desk, holder))
    const act = stances[0]?.act ?? 'asserts'
    putForward.push(makeVoice(read, evidence, { attribution, act, names, version: versionWords(appearance) }))
  }
  const answers: Voice[] = []
  const taken = Map.groupBy(file.stances, ({ doc, attribution }) => `${doc} ${attribution}`)
  for (const [place, stances] of taken) {
    const [first] = stances // one attribution of four bodies: one voice with four names
    const read = first && !told.has(place) ? reads.get(first.doc) : undefined
    if (!first || !read) continue
    const { attribution, act, evidence } = first
    answers.push(
      makeVoice(read, evidence, {
        attribution,
        act,
        names: stances.map(({ holder }) => nameOf(desk, holder)),
        version: versionWords(first),
      }),
    )
  }
  const dayOf = ({ published }: Voice) => published
  return { putForward: byDay(putForward, dayOf), answers: byDay(answers, dayOf) }
}

interface Part {
  readonly attribution: Id<'attribution'> | undefined
  readonly act: Act
  readonly names: readonly string[]
  readonly version: string | undefined
}

function makeVoice(read: ReadDoc, evidence: Evidence, { attribution: id, act, names, version }: Part): Voice {
  const { doc, reading } = read
  const { name, outlet, published } = doc
  const { attribution, who, via, said } = nameVoice(read, id, names)
  const silence = isSilent(act) ? (attribution?.silence ?? 'refused') : undefined
  const cue = attribution?.cue[0]
  const sentence = cue && reading.sentences.find(({ start, end }) => start <= cue.start && cue.start < end)
  const words = silence && sentence ? doc.text.slice(sentence.start, sentence.end) : evidence.quote
  const isOwnVoice = attribution === undefined
  const nobody = isOwnVoice ? (outlet ?? 'outlet unknown') : 'nobody named'
  return {
    who: who.length > 0 ? who.join(' and ') : nobody,
    act,
    ...(silence && { silence }),
    isOwnVoice,
    ...(attribution && { attribution: attribution.id }),
    via,
    ...(said && { said }),
    doc: name,
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(version && { version }),
    words: oneLine(words),
    evidence,
  }
}

function nameOf({ store }: Pick<Desk, 'store'>, id: Id<'entity'>): string {
  return findLinked(store, 'entity', id)?.name ?? 'unknown'
}
