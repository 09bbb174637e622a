// Makes near-copies of articles, the same for one seed, and what only looks like them: for every doc made it is known which
// paragraphs it has from where. Two docs are near-copies where they have enough of the shorter one's words in common.
import { randomFrom, shuffle } from '../gold/draw-acts.ts'

interface Paragraph {
  readonly from: string // the article, and its place there
  readonly text: string
}

export interface MadeDoc {
  readonly id: string
  readonly kind: string
  readonly outlet: string
  readonly published: string
  readonly paragraphs: readonly Paragraph[]
}

export interface Article {
  readonly id: string
  readonly publisher: string
  readonly date: string
  readonly text: string
}

const FEWEST = 6 // paragraphs of an article that copies are made of
const PER_ARTICLE = 3 // copies
const HARD = 0.3 // share of articles that get something which only looks like a copy

/**
 * Every base article as it is, its copies, and hard negatives. `donors` are other articles: new leads, closing lines
 * and speeches come from them.
 */
export function makeCopies(bases: readonly Article[], donors: readonly Article[], seed: number): MadeDoc[] {
  const random = randomFrom(seed)
  const spare = shuffle(donors.flatMap(split), random)
  const originals = bases.map((base): MadeDoc => docOf(base.id, 'article', base, split(base)))
  const rich = originals.filter(({ paragraphs }) => paragraphs.length >= FEWEST)
  const between = (low: number, high: number): number => low + random() * (high - low)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const take = (count: number): Paragraph[] => spare.splice(0, count)
  const KINDS: Readonly<Record<string, (own: readonly Paragraph[]) => Paragraph[]>> = {
    reprint: (own) => [...own],
    'cut tail': (own) => own.slice(0, Math.ceil(own.length * between(0.35, 0.8))),
    'new lead': (own) => [...take(1 + Math.floor(random() * 3)), ...own.slice(1 + Math.floor(random() * 2))],
    'other order': (own) => shuffle(own, random),
    spliced: (own) => {
      const other = pick(rich.filter(({ paragraphs }) => paragraphs[0] !== own[0])).paragraphs
      const [mine, theirs] = [
        own.slice(0, Math.ceil(own.length * between(0.4, 0.7))),
        other.slice(0, Math.ceil(other.length * between(0.4, 0.7))),
      ]
      return random() < 0.5 ? [...mine, ...theirs] : [...theirs, ...mine]
    },
    'paragraphs left out': (own) => own.filter(() => random() < 0.65),
    'cut, headed and stirred': (own) => [
      ...take(2),
      ...shuffle(own.slice(1, Math.ceil(own.length * between(0.5, 0.8))), random),
    ],
  }
  const copies = rich.flatMap((base) =>
    shuffle(Object.entries(KINDS), random)
      .slice(0, PER_ARTICLE)
      .map(([kind, make], at): MadeDoc => {
        const paragraphs = make(base.paragraphs).map((one) => ({ ...one, text: inHouseStyle(one.text, random) }))
        return { ...base, id: `${base.id}+${at}`, kind, outlet: `copier ${Math.floor(random() * 9)}`, paragraphs }
      }),
  )
  return shuffle([...addHard(originals, take, random), ...copies], random)
}

// Two articles of one outlet that end on the same lines; two that quote one speech at length; two that took a sentence of
// background from one place. None of these makes one a copy of the other.
function addHard(originals: readonly MadeDoc[], take: (count: number) => Paragraph[], random: () => number): MadeDoc[] {
  const made = [...originals]
  const order = shuffle(
    originals.map((_, at) => at),
    random,
  ).slice(0, Math.floor(HARD * originals.length))
  for (let i = 0; i + 1 < order.length; i += 2) {
    const pair = [order[i] ?? 0, order[i + 1] ?? 0]
    const kind = ['closing lines', 'one speech', 'background'][(i / 2) % 3] ?? ''
    const speech = take(kind === 'one speech' ? 6 : 2)
      .map(({ text }) => text)
      .join(' ')
    for (const at of pair) {
      const doc = made[at]
      if (!doc) continue
      const paragraphs = [...doc.paragraphs]
      if (kind === 'closing lines')
        paragraphs.push({ from: 'house', text: firstWords(speech, 20 + Math.floor(((i * 7) % 11) * 6)) })
      if (kind === 'one speech') paragraphs.splice(2, 0, { from: 'speech', text: `“${speech.replace(/["“”]/g, '')}”` })
      if (kind === 'background') paragraphs.splice(3, 0, { from: 'background', text: firstWords(speech, 35) })
      made[at] = { ...doc, kind, outlet: kind === 'closing lines' ? `one outlet ${i}` : doc.outlet, paragraphs }
    }
  }
  return made
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/[“”]/g, '"'],
  [/[‘’]/g, "'"],
  [/\s*—\s*/g, ' – '],
  [/\bpercent\b/g, 'per cent'],
  [/\bU\.S\./g, 'US'],
  [/\bMr\. /g, ''],
]
const EDITED = 1 / 40 // of the words: left out, or another put in

// What a copy desk does: its own marks and spellings, and a word here and there.
function inHouseStyle(text: string, random: () => number): string {
  const styled = STYLES.reduce((made, [from, to]) => (random() < 0.5 ? made.replace(from, to) : made), text)
  const words = styled.split(' ')
  return words.flatMap((word) => (random() >= EDITED ? [word] : random() < 0.5 ? [] : [word, 'reportedly'])).join(' ')
}

/** How many words two docs have in common, by the paragraphs they came from, as a share of the shorter doc's. */
export function sharedPart(a: MadeDoc, b: MadeDoc): number {
  const from = new Set(a.paragraphs.map((one) => one.from))
  const common = b.paragraphs.filter((one) => from.has(one.from))
  if (common.length === 0) return 0
  return countWords(common) / Math.max(1, Math.min(countWords(a.paragraphs), countWords(b.paragraphs)))
}

function countWords(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replace(/“[^”]*”|"[^"]*"/g, ' ').split(/\s+/).length, 0)
}

function split({ id, text }: Article): Paragraph[] {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.split(/\s+/).length >= 8)
    .map((paragraph, at) => ({ from: `${id} ${at}`, text: paragraph }))
}

function docOf(id: string, kind: string, { publisher, date }: Article, paragraphs: readonly Paragraph[]): MadeDoc {
  return { id, kind, outlet: publisher, published: date, paragraphs }
}

function firstWords(text: string, count: number): string {
  return text.split(/\s+/).slice(0, count).join(' ')
}
