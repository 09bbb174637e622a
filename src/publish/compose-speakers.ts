// Who spoke: the speakers of the week, how often, to whom, and how often they denied something or would not speak of it.
// A statement that several reports carry counts once; what somebody is said to have told others is hearsay and does not.
import { isSilent } from '../model/act.ts'
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { leaveOutTold } from './leave-out-told.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { CLAUSE, COURTESY, nameSource, namesItself, PRONOUN } from './name-source.ts'
import { capital, counted } from './origin-words.ts'
import { dayOfReport } from './place-in-time.ts'
import { inPrint, leaveOutRetold } from './rank-sayings.ts'
import { actOn, mainSideOf } from './sides.ts'
import type { Told, WeekView } from './week-view.ts'
import { outletOf, stretchOf } from './write-line.ts'

const MOST_SPEAKERS = 12
const MOST_HEARERS = 3
const MOST_REPORTS = 3 // named in the brackets; the footnotes have the others

/** A dash item a speaker, whoever spoke most or against something first. */
export function composeSpeakers(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const own = view.sayings.filter(isSpeaking)
  const byHolder = Map.groupBy(leaveOutRetold(inPrint(own)), ({ holder }) => holder)
  const spoken = [...byHolder.values()].filter(hasName)
  const told = findMost(spoken).flatMap((sayings): Item[] => {
    const line = tellSpeaker(sayings)
    return line ? [{ lines: [line] }] : []
  })
  const left = spoken.length - MOST_SPEAKERS // of thousands of speakers most are only counted
  return {
    items: told,
    used: [],
    ...(left > 0 && {
      note: `${capital(counted(left, 'more speaker'))} of the week ${left === 1 ? 'stands' : 'stand'} in the list of people.`,
    }),
    ...(told.length === 0 && { note: 'No report of the week quotes or cites anybody by name or office.' }),
  }
}

// The first of them is never told already.
function hasName(sayings: readonly Saying[]): boolean {
  const [first] = sayings
  if (!first) return false
  const { source } = first.attribution
  const isPlain = source.kind !== 'unstated' && namesItself(wordsOf(first.doc.text, source.words))
  return isPlain || nameOf(first) !== undefined || leaveOutTold(sayings, []).some(nameOf)
}

/**
 * Of each of those who spoke most what he said, the same once; of equals the one who spoke first comes first. What somebody says
 * again is looked for only where he may be one of them.
 */
function findMost(spoken: readonly (readonly Saying[])[]): readonly (readonly Saying[])[] {
  const byMost = spoken
    .map((sayings, place) => ({ sayings, place, most: weigh(sayings) }))
    .toSorted((a, b) => b.most - a.most)
  const found: { sayings: readonly Saying[]; place: number; weight: number }[] = []
  for (const { sayings, place, most } of byMost) {
    if ((found[MOST_SPEAKERS - 1]?.weight ?? 0) > most) break
    const fresh = leaveOutTold(sayings, [])
    found.push({ sayings: fresh, place, weight: weigh(fresh) })
    found.sort((a, b) => b.weight - a.weight || a.place - b.place)
  }
  return found.slice(0, MOST_SPEAKERS).map(({ sayings }) => sayings)
}

// A denial or a refusal tells more of a week than one more remark.
function weigh(sayings: readonly Saying[]): number {
  return sayings.length + (sayings.some((saying) => mainSideOf(saying) !== 'for') ? 1 : 0)
}

function isSpeaking({ attribution: { source, within }, holder }: Saying): boolean {
  const isVoice =
    source.kind === 'person' ||
    source.kind === 'government' ||
    source.kind === 'organisation' ||
    source.kind === 'anonymous'
  return isVoice && within === undefined && holder !== undefined && source.who.length === 1
}

/**
 * `Envoy Ilse Marrow: three statements, one denial among them, to reporters and Meridian; one refusal to comment (Harbour Post, 4 March).`
 * Whoever did not respond refused nothing, and is told so: `one request without an answer`; nor did who has neither denied nor confirmed:
 * `one question left open`.
 */
function tellSpeaker(sayings: readonly Saying[]): Line | undefined {
  const named = sayings.flatMap((saying) => {
    const name = nameOf(saying)
    return name ? [name.map((fragment) => ({ ...fragment, text: fragment.text.replace(CLAUSE, '') }))] : []
  })
  // of somebody named the fullest name, of a group the words that it was brought in with: "three officials"
  const isPerson = sayings.every(({ attribution: { source } }) => source.kind === 'person')
  const [name] = isPerson ? named.toSorted((a, b) => sizeOf(b) - sizeOf(a)) : named
  if (!name) return undefined
  const count = (isCounted: (saying: Saying) => boolean): number => sayings.filter(isCounted).length
  const silences = count(({ attribution }) => isSilent(attribution.act))
  const denials = count(isDenial)
  const statements = sayings.length - silences
  const isAll = denials === statements
  const spokeWords = isAll ? counted(denials, 'denial') : counted(statements, 'statement')
  const among = denials > 0 && !isAll ? `, ${counted(denials, 'denial')} among them` : ''
  const unanswered = count(({ attribution }) => attribution.act === 'did not respond')
  const open = count(({ attribution }) => attribution.silence === 'left open')
  const refusals = silences - unanswered - open
  const silent = [
    ...(refusals > 0 ? [counted(refusals, 'refusal to comment', 'refusals to comment')] : []),
    ...(open > 0 ? [counted(open, 'question left open', 'questions left open')] : []),
    ...(unanswered > 0 ? [counted(unanswered, 'request without an answer', 'requests without an answer')] : []),
  ].join(', ')
  const spoke: Fragment[] = statements > 0 ? [{ text: `${spokeWords}${among}` }, ...hearersOf(sayings)] : []
  const refused = silences > 0 ? [{ text: `${statements > 0 ? '; ' : ''}${silent}` }] : []
  return makeLine(
    [...name, { text: ': ' }, ...spoke, ...refused, { text: ' (' }, ...reportsOf(sayings), { text: ').' }],
    [...new Set(sayings.flatMap(({ claims }) => claims))],
    { also: sayings.map(stretchOf), sure: sayings.map(({ attribution }) => attribution.confidence) },
  )
}

// To doubt a claim speaks against it, and denies nothing.
function isDenial(saying: Saying): boolean {
  if (mainSideOf(saying) !== 'against') return false
  const [claim] = saying.claims
  return actOn(saying, claim) === 'denies'
}

function nameOf(saying: Saying): Fragment[] | undefined {
  const { source } = saying.attribution
  return source.kind === 'unstated' ? undefined : nameSource(saying, source)
}

// "Ms Voss, a Liberal" has more words than "Harriet Voss", and says less of who she is.
function sizeOf(name: readonly Fragment[]): number {
  const words = name.map(({ text }) => text).join('')
  return COURTESY.test(words) ? 1 : words.split(/\s+/).length
}

// ", to reporters and Meridian"
function hearersOf(sayings: readonly Saying[]): Fragment[] {
  const seen = new Set<string>()
  const hearers = sayings.flatMap(({ doc, attribution: { hearer } }) => {
    const words = hearer ? doc.text.slice(hearer.words.start, hearer.words.end) : ''
    const key = words.toLowerCase().replace(/^the /, '')
    if (
      !hearer ||
      words === '' ||
      PRONOUN.test(words) ||
      /^the (?:agency|paper|station)$/i.test(words) ||
      seen.has(key)
    )
      return []
    seen.add(key)
    return [{ text: words, copied: cite(doc, hearer.words) }]
  })
  const shown = hearers.slice(0, MOST_HEARERS)
  return shown.flatMap((hearer, i): Fragment[] => [
    { text: i === 0 ? ', to ' : i === shown.length - 1 ? ' and ' : ', ' },
    hearer,
  ])
}

function reportsOf(sayings: readonly Saying[]): Fragment[] {
  const byDoc = new Map<Id<'doc'>, Saying>()
  for (const saying of sayings) if (!byDoc.has(saying.doc.id)) byDoc.set(saying.doc.id, saying)
  return [...byDoc.values()]
    .slice(0, MOST_REPORTS)
    .flatMap((saying, i): Fragment[] => [
      ...(i > 0 ? [{ text: '; ' }] : []),
      { text: `${outletOf(saying.doc)}, ${dayOfReport(saying.doc)}`, cited: stretchOf(saying) },
    ])
}
