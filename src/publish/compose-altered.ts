// Altered quotations: words between quotation marks that a later report printed otherwise, both forms side by side.
import type { Item, Line } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { isAltered, type QuoteMatch } from '../model/quote-match.ts'
import { overlaps } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { dayWords } from './iso-week.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { nameSource } from './name-source.ts'
import type { WeekView } from './week-view.ts'

/** `“A” (a second official in Meridian, 4 March 2031). Orlenne Herald printed it as “B” (5 March 2031).` */
export function composeAltered(view: WeekView): readonly Item[] {
  const ofWeek = new Set(view.docs.map(({ doc }) => doc.id))
  return view.quoteMatches.flatMap((match): Item[] => {
    if (!isAltered(match) || !ofWeek.has(match.later.doc)) return []
    const line = tellAltered(fullest(match, view), match, view)
    return line ? [{ lines: [line] }] : []
  })
}

// What was altered may have been compared with a reprint that cut it: the whole remark is what a reader wants to see.
function fullest({ earlier }: QuoteMatch, { quoteMatches }: WeekView): Evidence {
  const whole = quoteMatches.find(({ verdict, later }) => verdict === 'trimmed' && isSame(later, earlier))
  return whole?.earlier ?? earlier
}

function tellAltered(earlier: Evidence, { later, betweenVersions }: QuoteMatch, view: WeekView): Line | undefined {
  const [first, second] = [view.findDoc(earlier.doc), view.findDoc(later.doc)]
  if (!first || !second || [earlier, later].some(({ quote }) => /["“”\n]/.test(quote))) return undefined
  const claim = claimAt(earlier, view) ?? claimAt(later, view)
  const day = (published?: string) => (published ? dayWords(published) : 'undated')
  const speaker = speakerOf(earlier, view)
  return makeLine(
    [
      ...quoted(earlier),
      { text: ' (' },
      ...(speaker ? [...speaker, { text: ' in ' }] : []),
      { text: `${first.outlet ?? 'outlet unknown'}, ${day(first.published)}`, cited: earlier },
      { text: `). ${second.outlet ?? 'An unknown outlet'} ${betweenVersions ? OWN : 'printed it as'} ` },
      ...quoted(later),
      { text: ' (' },
      { text: day(second.published), cited: later },
      { text: ').' },
    ],
    claim ? [claim] : [],
  )
}

// The change is the outlet's own, in a later version of its page.
const OWN = 'itself changed it, in a later version of the page, to'

function quoted(evidence: Evidence): Fragment[] {
  const text = evidence.quote.replace(/[\s,;:.]+$/, '')
  return [{ text: '“' }, { text, copied: evidence }, { text: '”' }]
}

function speakerOf(evidence: Evidence, view: WeekView): Fragment[] | undefined {
  const doc = view.findDoc(evidence.doc)
  const reading = view.findReading(evidence.doc)
  const attribution = reading?.attributions.find(({ content }) => content.some((span) => overlaps(span, evidence.span)))
  if (!doc || !reading || !attribution || attribution.source.kind === 'unstated') return undefined
  const saying: Saying = { doc, reading, attribution, claims: [], matter: '' }
  return nameSource(saying, attribution.source)
}

function claimAt({ doc, span }: Evidence, { appearancesByClaim }: WeekView): Id<'claim'> | undefined {
  const at = [...appearancesByClaim.values()].flat()
  return at.find(({ evidence }) => evidence.doc === doc && overlaps(evidence.span, span))?.claim
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.doc === b.doc && a.span.start === b.span.start && a.span.end === b.span.end
}
