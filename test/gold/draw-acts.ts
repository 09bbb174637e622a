// Draws the attributions of PolNeAR whose acts and kinds of source were labelled by hand (test/gold/acts.tsv), and
// prints what a labeller sees: node test/gold/draw-acts.ts FOLDER. Needs the corpus; keeps none of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const SEED = 20261125
const SET_ASIDE = 3 // every third train article, and all of dev: no rule was written on them

type Range = readonly [number, number]

interface Marked {
  readonly id: string
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

export interface Article {
  readonly id: string
  readonly date: string
  readonly publisher: string
  readonly title: string
  readonly text: string
  readonly part: 'train' | 'dev'
  readonly isHeld: boolean
  readonly marked: readonly Marked[] // those of the first annotator by name
}

/** The cues that each group of the draw is by; 'anonymity' goes by the source, 'without' is the rest. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  [
    'denial',
    /\b(?:den(?:y|ied|ies|ying|ials?)|refut\w+|disput\w+|rebut\w*|dismiss\w*|disavow\w*|contradict\w*|debunk\w*)\b/i,
  ],
  ['confirmation', /\b(?:confirm\w*|acknowledg\w*|admit\w*|conced\w*|admission|verif\w+)\b/i],
  [
    'rejection',
    /\b(?:reject\w*|turn\w* down|rebuff\w*|rul\w* out|spurn\w*|refus\w*|opposes?d?|opposition|vow\w* not|scoff\w*)\b/i,
  ],
  [
    'no comment',
    /\b(?:declin\w*|comment|respond\w*|repl\w+|reached|(?:would|did)(?:n.t| not) (?:say|comment|discuss|elaborate|answer|return))\b/i,
  ],
]
const FALSE =
  /\b(?:not true|untrue|false(?:ly)?|no such|fiction|fabricat\w+|nonsense|baseless|a lie|nothing of the sort|no truth|unfounded|hoax|fake)\b/i
const UNNAMED =
  /\b(?:sources?|officials?|aides?|anonym\w+|unnamed|people|person|insiders?|diplomats?|strategists?|operatives?|advisers?|someone|lawmakers?)\b/i
const FULL_NAME = /\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+/u

const WANTED = {
  held: { denial: 75, confirmation: 60, 'no comment': 60, rejection: 45, anonymity: 90, without: 330 },
  develop: { denial: 35, confirmation: 35, 'no comment': 35, rejection: 25, anonymity: 50, without: 180 },
} as const

/** The articles of PolNeAR's train and dev, as `corpora/polnear` has them. */
export function loadArticles(folder: string): Article[] {
  return (['train', 'dev'] as const).flatMap((part) =>
    gunzipSync(readFileSync(join(folder, `${part}.jsonl.gz`)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line, i): Article => {
        const { annotations, ...article } = JSON.parse(line)
        const marked = annotations[Object.keys(annotations).sort()[0] ?? ''] ?? []
        return { ...article, marked, part, isHeld: part === 'dev' || i % SET_ASIDE === 0 }
      }),
  )
}

export interface Drawn {
  readonly article: Article
  readonly one: Marked
  readonly group: string
}

/** The draw: the same for one seed and one corpus. */
export function drawActs(articles: readonly Article[], seed = SEED): Drawn[] {
  const random = randomFrom(seed)
  const all = articles.flatMap((article) =>
    article.marked.map((one) => ({ article, one, group: groupOf(article, one) })),
  )
  const drawn = [true, false].flatMap((isHeld) =>
    Object.entries(WANTED[isHeld ? 'held' : 'develop']).flatMap(([group, count]) =>
      shuffle(
        all.filter((each) => each.article.isHeld === isHeld && each.group === group),
        random,
      ).slice(0, count),
    ),
  )
  return shuffle(drawn, random)
}

function groupOf({ text }: Article, { cue, source, content }: Marked): string {
  const words = (ranges: readonly Range[]): string => ranges.map(([start, end]) => text.slice(start, end)).join(' … ')
  const byCue = GROUPS.find(([, pattern]) => pattern.test(words(cue)))
  if (byCue) return byCue[0]
  if (FALSE.test(words(content))) return 'denial'
  return UNNAMED.test(words(source)) && !FULL_NAME.test(words(source)) ? 'anonymity' : 'without'
}

/** Numbers from 0 to 1 (mulberry32), the same for one seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A copy in an order that the numbers decide (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [copy[i], copy[j]] as [T, T]
    copy[i] = b
    copy[j] = a
  }
  return copy
}

/** What a labeller sees: the sentences around, with source, cue and content marked; nothing of the group. */
export function showMarked({ article, one }: Drawn, before: number, after: number): string {
  const marks = (['source', 'cue', 'content'] as const).flatMap((role, i) =>
    one[role].map(([start, end]) => ({ start, end, open: ['[S ', '[C ', '[T '][i] ?? '' })),
  )
  const start = Math.max(0, Math.min(...marks.map((mark) => mark.start)) - before)
  const end = Math.min(article.text.length, Math.max(...marks.map((mark) => mark.end)) + after)
  let shown = article.text.slice(start, end)
  for (const { at, mark } of marks
    .flatMap((mark) => [
      { at: mark.start, mark: mark.open },
      { at: mark.end, mark: ']' },
    ])
    .toSorted((a, b) => b.at - a.at || (a.mark === ']' ? 1 : -1)))
    shown = shown.slice(0, at - start) + mark + shown.slice(at - start)
  return shown.replace(/\s+/g, ' ')
}
