// Who else puts a claim forward this week, on a word of their own: beside what three officials told Meridian the two diplomats who
// told the Times. One for each further origin; an origin that was there before the period is no news of it.
import type { Appearance } from '../model/claim.ts'
import { isBefore } from '../model/edge.ts'
import type { Id } from '../model/id.ts'
import { wordsOf } from '../model/span.ts'
import { contentKey, type Saying } from './find-sayings.ts'
import { inPrint } from './rank-sayings.ts'
import { actOn, sideOf } from './sides.ts'
import type { WeekView } from './week-view.ts'

/** The first saying of each origin of the claim other than that of `first`, in the order of printing. */
export function findOtherTellers(
  first: Saying,
  claim: Id<'claim'>,
  sayings: readonly Saying[],
  view: WeekView,
): readonly Saying[] {
  const appearances = view.appearancesByClaim.get(claim) ?? []
  const originOf = (appearance?: Appearance): Id<'origin'> | undefined => appearance && view.originOf(appearance)
  const firstAt = new Map<string, Appearance>()
  for (const each of appearances) {
    const at = `${each.doc} ${each.attribution}`
    if (!firstAt.has(at)) firstAt.set(at, each)
  }
  const appearanceOf = ({ doc, attribution }: Saying): Appearance | undefined =>
    firstAt.get(`${doc.id} ${attribution.id}`)
  const isOlder = ({ doc }: Appearance): boolean => {
    const published = view.findDoc(doc)?.published
    return published !== undefined && view.period !== undefined && isBefore(published, view.period.from)
  }
  const told = new Set([originOf(appearanceOf(first)), ...appearances.filter(isOlder).map(originOf)])
  return inPrint(sayings).filter((saying) => {
    const isPut =
      saying.claims.includes(claim) && sideOf(saying, claim) === 'for' && actOn(saying, claim) !== 'confirms'
    const isOwn = saying.holder !== undefined && saying.holder !== first.holder && hasVoice(saying)
    const origin = originOf(appearanceOf(saying))
    // the coast guard, in the words of Karsk's coast guard: a reprint, whoever is counted
    const isReprint = contentKey(saying) === contentKey(first) && isCalledAlike(saying, first)
    if (!isPut || !isOwn || isReprint || origin === undefined || told.has(origin)) return false
    told.add(origin)
    return true
  })
}

function isCalledAlike(one: Saying, other: Saying): boolean {
  const [a, b] = [one, other].map(({ doc, attribution: { source } }) =>
    source.kind === 'unstated' ? '' : wordsOf(doc.text, source.words).toLowerCase().replace(/^the /, ''),
  )
  return a !== undefined && b !== undefined && a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a))
}

// "The Post reported that …" has nobody's word behind it unless it cites somebody; "the agency" through which a thing came is named
// only in the report.
function hasVoice({ doc, attribution: { source, within, restsOn, via } }: Saying): boolean {
  const isVoice = source.kind !== 'unstated' && (source.kind !== 'outlet' || restsOn !== undefined)
  return isVoice && within === undefined && !via.some(({ words }) => /^[Tt]he \p{Ll}/u.test(wordsOf(doc.text, words)))
}
