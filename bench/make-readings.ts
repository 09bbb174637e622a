// Reports with ready-made readings: a long-tailed mix of stories over two years, all of it invented. Each report is made from
// its number alone, so that any number of them takes no memory.
import type { Attribution, Source } from '../src/model/attribution.ts'
import { asId } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import type { Chain } from '../src/model/reading.ts'
import { makeSpan, type Span } from '../src/model/span.ts'
import { makeRandom } from './make-texts.ts'
import { capital, spell, word } from './spell-words.ts'

const DAYS = 730
const FROM = Date.UTC(2031, 0, 1)
const OUTLETS = 40
const SENTENCES = 18
const COPIES = 0.12 // of the reports reprint another of their story
const TURN = 3 * 1440 // minutes

/** The mix: which story each report is of, and when it was printed. */
export interface Mix {
  readonly count: number
  readonly storyOf: Uint32Array
  readonly minutes: Uint32Array // since the first day
}

/** `count` reports in the order of printing. Of stories, most have a report or two, and a few have thousands. */
export function makeMix(count: number, seed = 1, days = DAYS): Mix {
  const random = makeRandom(seed)
  const made: [minute: number, story: number][] = []
  for (let story = 0; made.length < count; story++) {
    const size = Math.min(3000, Math.ceil(1 / (1 - random()) ** 1.15)) // Pareto
    const birth = random() * days * 1440
    const weeks = 0.3 + 2.2 * Math.log10(size + 1) * random()
    for (let nth = 0; nth < size && made.length < count; nth++) {
      const age = nth === 0 ? 0 : -Math.log(1 - random()) * weeks * 7 * 1440
      made.push([Math.floor(birth + (age % (days * 1440 - birth))), story]) // what would come later comes among the others
    }
  }
  made.sort(([a], [b]) => a - b)
  return {
    count,
    storyOf: Uint32Array.from(made, ([, story]) => story),
    minutes: Uint32Array.from(made, ([minute]) => minute),
  }
}

/** The report of a number: some 250 words, of whose eighteen sentences eight are laid to somebody. */
export function makeReading({ storyOf, minutes }: Mix, number: number): ReadDoc {
  const story = storyOf[number] ?? 0
  const random = makeRandom(number * 7919 + 13)
  const isCopy = random() < COPIES
  const turn = Math.floor((minutes[number] ?? 0) / TURN)
  const body = isCopy
    ? tell(story, turn, makeRandom(story * 31 + turn * 7 + Math.floor(random() * 3)))
    : tell(story, turn, random)
  const published = new Date(FROM + (minutes[number] ?? 0) * 60_000).toISOString()
  return compose(`report-${number}`, published, `Bench Courier ${Math.floor(random() * OUTLETS)}`, body)
}

interface Said {
  readonly who?: string // nobody: the outlet's own voice
  readonly words: string
  readonly isQuote: boolean
}

// What a story is about moves on: in the next three days others of its claims are put, and some of the old ones still.
function tell(story: number, turn: number, random: () => number): Said[] {
  const people = [0, 1, 2, 3].map((nth) => personOf(story, nth))
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  return Array.from({ length: SENTENCES }, (_, at): Said => {
    const words = putClaim(story, 4 * turn + Math.floor(random() ** 2 * 6), random)
    if (at % 5 < 2) return { who: pick(people), words, isQuote: random() < 0.3 }
    return {
      words: random() < 0.15 ? words : putClaim(1_000_000 + Math.floor(random() * 4e8), 0, random),
      isQuote: false,
    }
  })
}

// One of the story's claims, in one of several ways: a word left out, another put in.
function putClaim(story: number, claim: number, random: () => number): string {
  const own = makeRandom(story * 131 + claim)
  const names = [placeOf(story, 0), placeOf(story, claim % 3)]
  const words = Array.from({ length: 8 }, () => word(own))
  const kept = words.filter(() => random() > 0.12)
  if (random() < 0.3) kept.push(word(random))
  const [subject = 'it', verb = 'is', ...rest] = kept
  return `${names[0]} ${subject} had ${verb}ed the ${rest.join(' ')} of ${names[1]}`
}

function personOf(story: number, nth: number): string {
  const number = Math.floor(makeRandom(story * 17 + nth)() * 60_000)
  return `${capital(spell(number % 400, 2))}n ${capital(spell(number, 3))}rk`
}

function placeOf(story: number, nth: number): string {
  return `${capital(spell(Math.floor(makeRandom(story * 19 + nth)() * 3000), 3))}sk`
}

function compose(name: string, published: string, outlet: string, said: readonly Said[]): ReadDoc {
  const sentences: Span[] = []
  const quotations: Span[] = []
  const chains = new Map<string, Chain>()
  const attributions: Attribution[] = []
  let text = ''
  const put = (words: string): { start: number; end: number } => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  for (const [at, { who, words, isQuote }] of said.entries()) {
    if (at > 0) put(at % 5 === 0 ? '\n\n' : ' ')
    const start = text.length
    if (who === undefined) put(`${words}.`)
    else {
      const named = put(who)
      put(' ')
      const cue = put('said')
      put(isQuote ? ' “' : ' that ')
      const content = put(words)
      put(isQuote ? '”.' : '.')
      const known = chains.get(who)
      const id = known?.id ?? asId<'chain'>(`c${chains.size + 1}`)
      const mention = { span: named, form: 'name' } as const
      const mentions = known ? ([...known.mentions, mention] as unknown as Chain['mentions']) : ([mention] as const)
      chains.set(who, { id, kind: 'person', name: who, mentions })
      const source: Source = { kind: 'person', words: [named], who: [id] }
      if (isQuote) quotations.push({ start: content.start - 1, end: content.end + 1 })
      attributions.push({
        id: asId(`${name}-${at}`),
        source,
        cue: [cue],
        content: [content],
        form: isQuote ? 'direct' : 'indirect',
        act: at % 17 === 6 ? 'denies' : 'asserts',
        via: [],
        confidence: 0.9,
      })
    }
    sentences.push({ start, end: text.length })
  }
  const span = ({ start, end }: Span): Span => makeSpan(text, start, end)
  const id = asId<'doc'>(name)
  return {
    doc: {
      id,
      capture: asId(name),
      madeBy: 'extract@0.0.0',
      name,
      text,
      blocks: [{ kind: 'paragraph', span: span({ start: 0, end: text.length }) }],
      language: 'en',
      fields: [],
      removed: [],
      outlet,
      published,
    },
    reading: {
      doc: id,
      madeBy: 'read@0.0.0',
      sentences: sentences.map(span),
      quotations: quotations.map(span),
      chains: [...chains.values()],
      names: [],
      attributions,
      notes: [],
    },
  }
}
