// One step of the pass: a report is held against those printed before it, and remembered for those to come.
import { putsForward } from '../model/act.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { pageOf } from '../model/page-address.ts'
import type { VectorOf } from '../model/vector.ts'
import { ClaimIndex } from './claim-index.ts'
import {
  addDocRow,
  type FoundRow,
  listVersions,
  readDocRow,
  readFound,
  type VoicedRow,
  writeCopies,
  writeFound,
} from './doc-rows.ts'
import { leaningOf } from './find-nearest.ts'
import { findOwnVoice, listOwnSentences } from './find-own-voice.ts'
import { foldCopies, type KnownDocs } from './fold-copies.ts'
import { makeContents } from './make-contents.ts'
import { type Found, idOfClaim, matchDoc } from './match-doc.ts'
import { findWho, matchEntities } from './match-entities.ts'
import { EASE_OF_SENTENCE, matchLate, statesLate } from './match-late.ts'
import { matchQuotes } from './match-quotes.ts'
import type { Memory } from './memory.ts'
import type { OutletNames } from './name-outlets.ts'
import type { Day } from './postings.ts'
import { findWaiting, wait } from './wait-for-claims.ts'
import { wordRow } from './word-row.ts'

/** What a step goes by beside what is remembered. */
export interface Surroundings extends KnownDocs {
  readonly memory: Memory
  readonly outlets: OutletNames
  readonly readOf: (doc: Id<'doc'>) => ReadDoc
  readonly vectorOf: VectorOf
}

/** Takes a report that was printed after all that were taken. Gives the numbers of the docs that it changed, its own first. */
export function takeDoc(read: ReadDoc, at: string, surroundings: Surroundings): number[] {
  const { memory, outlets, readOf, vectorOf } = surroundings
  const { id, name, outlet } = read.doc
  const day = dayOf(read.doc, memory)
  const page = pageOf(read.doc.url)
  const versions = listVersions(memory, { ...(page && { page }) })
  const number = addDocRow(memory, { id, name, at, day, ...(outlet && { outlet }), ...(page && { page }) })
  const { who, renamed } = matchEntities({ read, number, at }, outlets, memory)
  memory.add(
    `who ${number}`,
    [...who].map(([chain, entity]) => [chain, entity.id]),
  )

  const index = new ClaimIndex(memory, day, vectorOf)
  const contents = makeContents(read, who, vectorOf)
  const own = listOwnSentences(read, who)
  const { found, left, isAlone, stated } = matchDoc(contents, index)
  const late = left.flatMap((content) => matchLate(content, isAlone, index, who) ?? [])
  writeFound(memory, number, {
    found: found.map(rowOf),
    late: late.map(rowOf),
    left: left.map(({ attribution }) => attribution.id),
    isAlone,
    voiced: findOwnVoice(own, [...found, ...late], index).map(voicedRow),
  })

  const answers = left.flatMap((content) =>
    statesLate(content, isAlone, who).map((statement) => ({
      statement,
      leaning: statement === content.statement ? leaningOf(content) : { ease: EASE_OF_SENTENCE },
    })),
  )
  wait(memory, day, number, [...answers, ...own.map(({ statement }) => ({ statement, leaning: { ease: 0 } }))])
  const waited = new Set(stated.flatMap((statement) => findWaiting(memory, day, statement, vectorOf)))
  for (const other of waited) matchAgain(other, surroundings)

  const copies = foldCopies(read, number, day, memory, surroundings)
  writeCopies(memory, number, copies)
  const claimOf = new Map(found.map(({ content, draft }) => [content, draft.number]))
  const ofPage = new Set(versions.map((other) => readDocRow(memory, other).id))
  const quotes = matchQuotes(contents, { claimOf: (content) => claimOf.get(content), memory, day, readOf, ofPage })
  if (quotes.length > 0) memory.add(`quotes ${number}`, quotes)
  return [...new Set([number, ...waited, ...renamed, ...versions, ...copies.map(({ earlier }) => earlier)])]
}

// A doc whose words waited: its answers and its own sentences look for their claims again.
function matchAgain(number: number, surroundings: Surroundings): void {
  const { memory, readOf, vectorOf } = surroundings
  const { id, at, day } = readDocRow(memory, number)
  const read = readOf(id)
  const index = new ClaimIndex(memory, day, vectorOf) // what it could look back at then, and all that came since
  const who = findWho(read, { number, at }, surroundings)
  const rows = readFound(memory, number)
  const left =
    rows.left.length > 0
      ? makeContents(read, who, vectorOf).filter(({ attribution }) => rows.left.includes(attribution.id))
      : []
  const late = left.flatMap((content) => matchLate(content, rows.isAlone, index, who) ?? [])
  const found = [...rows.found.map((one) => ({ draft: index.find(one.draft) })), ...late]
  const voiced = findOwnVoice(listOwnSentences(read, who), found, index)
  writeFound(memory, number, { ...rows, late: late.map(rowOf), voiced: voiced.map(voicedRow) })
}

function rowOf({ content, draft, isContrary, isOuter, isOpener = false, because }: Found): FoundRow {
  const { attribution } = content
  const isPut = isOpener || (putsForward(attribution.act) && !isContrary && !isOuter)
  return {
    attribution: attribution.id,
    draft: draft.number,
    ...(isPut && { opens: idOfClaim(content) }),
    isOpener,
    isContrary,
    isOuter,
    because,
    ...wordRow(content, isPut),
  }
}

function voicedRow({
  draft,
  sentence,
}: {
  draft: { number: number }
  sentence: { start: number; end: number }
}): VoicedRow {
  return { draft: draft.number, span: [sentence.start, sentence.end] }
}

// Days never go back, whatever dates look like.
function dayOf({ published }: ReadDoc['doc'], memory: Memory): Day {
  if (published === undefined) {
    memory.write('undated', 1) // from now on what such reports have is looked for
    return 'undated'
  }
  const before = memory.read<number>('day') ?? 0
  const day = Math.floor(Date.parse(published) / DAY)
  const isSound = day >= before && day < 2 ** 16
  if (isSound && day > before) memory.write('day', day)
  return isSound ? day : before
}

export const DAY = 86_400_000 // milliseconds
