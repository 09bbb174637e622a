// What the last edition followed and no report of this week does.
import type { Edition, Item } from '../model/edition.ts'
import { dayWords } from './iso-week.ts'
import { makeLine } from './make-line.ts'
import type { WeekView } from './week-view.ts'
import { watchWords } from './week-words.ts'
import { outletOf } from './write-line.ts'

/** `No report of this week carries on “…” (Meridian, 4 March 2031).`: an item a story that no report of the week tells. */
export function tellSilent(last: Edition, view: WeekView): Item[] {
  const items = last.sections.flatMap(({ kind, items }) => (kind === 'lead' || kind === 'in other news' ? items : []))
  return items.flatMap(({ story, heading, lines }): Item[] => {
    const [evidence] = (heading ?? lines[0]).evidence
    const doc = view.findDoc(evidence.doc)
    if (story === undefined || view.storiesHere.has(story) || !doc || /["“”]/.test(evidence.quote)) return []
    const line = makeLine(
      [
        { text: `No report of ${watchWords(view.watch).these} carries on “` },
        { text: evidence.quote.replace(/\s+/g, ' '), copied: evidence },
        { text: '” (' },
        { text: `${outletOf(doc)}, ${doc.published ? dayWords(doc.published) : 'undated'}`, cited: evidence },
        { text: ').' },
      ],
      [],
      (heading ?? lines[0]).confidence === undefined ? {} : { sure: [(heading ?? lines[0]).confidence ?? 0] },
    )
    return line ? [{ story, lines: [line] }] : []
  })
}
