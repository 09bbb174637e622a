// Why two prints go back to one origin, or may, as the ledger's sentences.
import type { Id } from '../model/id.ts'
import { listNames } from '../model/list-names.ts'
import type { Lineage, Origin, Reason } from '../model/origin.ts'
import type { Names } from './ledger-names.ts'

/** `Meridian: two officials`, or the source alone where it spoke in public. */
export function printOrigin({ name, toldTo }: Origin): string {
  return toldTo && toldTo !== name ? `${toldTo}: ${name}` : name
}

const TOLD = 20 // unnamed sources of one sentence; what hears of a hundred has them by id

const LINEAGES: Readonly<Record<Lineage['kind'], string>> = {
  'named in text': 'its text names',
  'byline or dateline': 'its byline or dateline names',
  'aggregator source': 'the feed or page names as its source',
  'near-identical text': 'it shares running text with',
  'later version': 'it is a later version of',
  unknown: 'its lineage is unknown',
}

/** `post-4 goes back to Meridian, because its text names Meridian (“Meridian reported”).` */
export function printReason(reason: Reason, origins: ReadonlyMap<Id<'origin'>, Origin>, names: Names): string {
  const printed = (id: Id<'origin'>): string => {
    const origin = origins.get(id)
    return origin ? printOrigin(origin) : 'unknown'
  }
  if (reason.kind === 'may be one') {
    if (reason.meant !== undefined) return tellMeant(reason.origins, reason.meant, printed)
    const all = reason.origins.map(printed)
    const some = all.length === 2 ? 'both' : all.length <= TOLD ? 'all' : `all ${all.length}`
    const two = all.length === 2 ? 'they' : 'any two'
    return `${listNames(all, TOLD)} may be one: ${some} are unnamed, and nothing shows that ${two} are on different sides.`
  }
  if (reason.kind === 'ruled') return `${capital(reason.because)}.`
  const printedIn = names.docOf(reason.appearance)
  const doc = printedIn && (names.docs.get(printedIn) ?? printedIn)
  return `${doc} goes back to ${printed(reason.origin)}, because ${printLineage(reason.because, names)}.`
}

// `Brenn Gazette: unknown (“its foreign minister”) may be Pavel Druze: nothing shows that somebody else is meant.`
function tellMeant(
  origins: readonly Id<'origin'>[],
  meant: Id<'origin'>,
  printed: (id: Id<'origin'>) => string,
): string {
  const others = origins.filter((id) => id !== meant).map(printed)
  const who = others.length === 1 ? 'somebody else is' : 'others are'
  return `${listNames(others, TOLD)} may be ${printed(meant)}: nothing shows that ${who} meant.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')
}

const DOCS: ReadonlySet<Lineage['kind']> = new Set(['near-identical text', 'later version']) // `from` is a doc

function printLineage(lineage: Lineage, names: Names): string {
  if (lineage.kind === 'unknown') return LINEAGES.unknown
  const from = DOCS.has(lineage.kind) ? (names.docs.get(lineage.from as Id<'doc'>) ?? lineage.from) : lineage.from
  const shown = 'evidence' in lineage ? ` (“${lineage.evidence.quote}”)` : ''
  return `${LINEAGES[lineage.kind]} ${from}${shown}`
}
