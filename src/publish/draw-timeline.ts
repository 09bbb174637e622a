// The timeline of a claim as a picture: down a rail, day by day, who put it forward, answered it or kept silent, and what
// that made of its standing. Narrow enough for a phone. What several reports print of one voice on one day is one entry.
import { oneLine } from '../model/one-line.ts'
import type { Standing } from '../model/timeline.ts'
import type { Box, Edge, Figure } from './figure.ts'
import { WORDS } from './interface-words.ts'
import { layBox, layHeading, layWords } from './lay-box.ts'
import { dayHead, type Entry, makeEntries, tellEntries } from './make-entries.ts'
import { measureText } from './measure-text.ts'
import type { ToldStep } from './told-step.ts'

const WIDTH = 328 // of a phone of 360, without the page's margins
const MARK = 14
const RAIL = 9 // where the rail runs
const TEXT = 30
const TIGHT = 5 // within the border of a standing
const MOST_PRINTS = 6 // named in one entry; the whole is in its title

/** The picture; with a heading where no page says what it is of. */
export function drawTimeline(wording: string, steps: readonly ToldStep[], { hasHeading = false } = {}): Figure {
  const entries = makeEntries(steps)
  const heading = hasHeading ? layHeading(wording, WIDTH) : { boxes: [], bottom: 4 }
  const boxes: Box[] = [...heading.boxes]
  const marks: { readonly box: Box; readonly standing: Standing }[] = []
  let y = heading.bottom
  let before: string | undefined
  for (const [at, entry] of entries.entries()) {
    const { day, kind, standing } = entry
    if (at === 0 || day !== before) {
      const head = layWords(
        `day ${at}`,
        [{ text: dayHead(day, before), size: 12, most: 2, isBold: true, isSoft: true }],
        {
          x: TEXT,
          y,
          width: WIDTH - TEXT,
        },
      )
      boxes.push(head)
      y = head.y + head.height + 5
    }
    before = day
    const text = layEntry(entry, at, y)
    const mark: Box = {
      id: `mark ${at}`,
      x: RAIL - MARK / 2,
      y: y + 2,
      width: MARK,
      height: MARK,
      look: `mark ${kind}`,
      lines: [],
    }
    boxes.push(mark, ...text)
    marks.push({ box: mark, standing })
    const last = text.at(-1)
    y = Math.ceil((last ? last.y + last.height : y) + 12)
  }
  if (entries.length === 0) {
    const empty = layWords('empty', [{ text: WORDS.figures.noStep, size: 12, most: 3 }], {
      x: 8,
      y,
      width: WIDTH - 16,
    })
    boxes.push(empty)
    y = Math.ceil(empty.y + empty.height + 8)
  }
  return {
    kind: 'timeline',
    width: WIDTH,
    height: y,
    title: WORDS.figures.timelineOf(oneLine(wording)),
    about: entries.length === 0 ? WORDS.figures.nothingKnown : tellEntries(entries),
    boxes,
    edges: marks.slice(1).flatMap(({ box }, at) => layRail(marks[at], box)),
  }
}

function layRail(before: { readonly box: Box; readonly standing: Standing } | undefined, to: Box): Edge[] {
  if (!before) return []
  const { box: from, standing } = before
  return [
    {
      from: from.id,
      to: to.id,
      points: [
        [RAIL, from.y + MARK],
        [RAIL, to.y],
      ],
      look: `rail ${standing}`,
    },
  ]
}

function layEntry({ words, prints, standing, isNew }: Entry, at: number, y: number): Box[] {
  const shown = prints.slice(0, MOST_PRINTS)
  const left = prints.length - shown.length
  const width = WIDTH - TEXT
  const text = layWords(
    `entry ${at}`,
    [
      { text: words, size: 13, most: 4 },
      ...shown.map((print) => ({ text: print, size: 11, most: 2, isSoft: true })),
      ...(left > 0 ? [{ text: WORDS.figures.moreReports(left), size: 11, most: 1, isSoft: true }] : []),
    ],
    { x: TEXT, y, width },
  )
  const box = left > 0 ? { ...text, whole: oneLine([words, ...prints].join('; ')) } : text
  if (!isNew) return [box]
  const top = box.y + box.height + 5
  const label = { text: WORDS.figures.now(standing), size: 11, most: 1 }
  const wide = Math.ceil(measureText(label.text, label.size)) + 2 * TIGHT
  return [box, layBox(`standing ${at}`, `standing ${standing}`, [label], { x: TEXT, y: top, width: wide }, TIGHT)]
}
