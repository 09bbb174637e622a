// One report with its reading: a headline, and five things that somebody said with filling between them.
import { rooms } from '../../src/desk/rooms.ts'
import type { Act } from '../../src/model/act.ts'
import type { Attribution, Source } from '../../src/model/attribution.ts'
import { digestOfParts } from '../../src/model/digest.ts'
import type { Doc } from '../../src/model/doc.ts'
import { asId } from '../../src/model/id.ts'
import type { ReadDoc } from '../../src/model/ledger.ts'
import type { Chain } from '../../src/model/reading.ts'
import type { NonEmpty } from '../../src/model/span.ts'
import { makeRandom } from '../make-texts.ts'
import { capital, word } from '../spell-words.ts'
import { kindOf, nameOf, personOf, placeOf, wordingOf } from './invent-names.ts'

const FROM = Date.UTC(2031, 0, 1)
const OUTLETS = 120
const SAID = 5 // in a report
const TURN = 3 * 1440 // minutes, in which a story's claims move on
const { makers } = rooms

export interface Told extends ReadDoc {
  readonly number: number // in the order of printing; in the log it is one more
  readonly minutes: number
  readonly said: readonly { readonly claim: number; readonly person: number; readonly act: Act; readonly at: number }[]
}

export function tell(story: number, number: number, minutes: number): Told {
  const random = makeRandom(number * 7919 + 13)
  const turn = Math.floor(minutes / TURN)
  const said = Array.from({ length: SAID }, () => {
    const act: Act =
      random() < 0.1 ? 'denies' : random() < 0.05 ? 'confirms' : random() < 0.05 ? 'declines to comment' : 'asserts'
    return {
      claim: 4 * turn + Math.floor(random() ** 2 * 6),
      person: personOf(story, Math.floor(random() * 6), random),
      act,
    }
  })
  return { number, minutes, ...compose(story, number, minutes, said, random) }
}

/** So many minutes after the first report. */
export function instantOf(minutes: number): string {
  return new Date(FROM + minutes * 60_000).toISOString()
}

const VERB: Readonly<Partial<Record<Act, string>>> = {
  denies: 'denied that',
  confirms: 'confirmed that',
  'declines to comment': 'declined to say whether',
}

function compose(
  story: number,
  number: number,
  minutes: number,
  said: readonly { claim: number; person: number; act: Act }[],
  random: () => number,
): Pick<Told, 'doc' | 'reading' | 'said'> {
  const name = `report-${number}`
  const id = asId<'doc'>(digestOfParts('bench doc', number))
  const title = `${placeOf(story, 0)} ${word(random)} ${word(random)} ${word(random)} after ${word(random)}`
  const spans = (start: number, end: number) => ({ start, end })
  let text = `${title}\n\n`
  const sentences = [spans(0, title.length)]
  const chains = new Map<number, Chain>()
  const attributions: Attribution[] = []
  const found: Told['said'][number][] = []
  const put = (words: string): { start: number; end: number } => {
    const start = text.length
    text += words
    return spans(start, text.length)
  }
  for (const [at, one] of said.entries()) {
    const start = text.length
    const words = put(nameOf(one.person))
    put(' ')
    const cue = put((VERB[one.act] ?? 'said that').split(' ')[0] ?? 'said')
    put(` ${(VERB[one.act] ?? 'said that').split(' ').slice(1).join(' ')} `)
    const content = put(wordingOf(story, one.claim))
    put('.')
    sentences.push(spans(start, text.length))
    const chain = chains.get(one.person)
    const mention = { span: words, form: 'name' } as const
    const own = chain?.id ?? asId<'chain'>(`c${chains.size + 1}`)
    const mentions = [...(chain?.mentions ?? []), mention] as unknown as NonEmpty<typeof mention>
    chains.set(one.person, { id: own, kind: kindOf(one.person), name: nameOf(one.person), mentions })
    const kind = kindOf(one.person)
    const source: Source =
      kind === 'group'
        ? { kind: 'anonymous', words: [words], who: [own], count: { atLeast: 2 } }
        : {
            kind,
            words: [words],
            who: [own],
            ...(kind === 'person' && one.person % 3 === 0 && { role: 'official' as const }),
          }
    attributions.push({
      id: asId(digestOfParts(id, at)),
      source,
      cue: [cue],
      content: [content],
      form: 'indirect',
      act: one.act,
      via: [],
      confidence: Math.round(40 + random() * 60) / 100,
    })
    found.push({ ...one, at })
    for (let more = 0; more < 2; more++) {
      put(' ')
      const from = text.length
      put(`${capital(word(random))} ${Array.from({ length: 11 }, () => word(random)).join(' ')}.`)
      sentences.push(spans(from, text.length))
    }
    put(at < SAID - 1 ? '\n\n' : '')
  }
  const published = instantOf(minutes)
  const doc: Doc = {
    id,
    capture: asId(digestOfParts('bench capture', number)),
    madeBy: makers.extractor,
    name,
    text,
    blocks: [
      { kind: 'headline', span: spans(0, title.length) },
      { kind: 'paragraph', span: spans(title.length + 2, text.length) },
    ],
    language: 'en',
    fields: [],
    removed: [],
    title,
    outlet: `Bench Courier ${Math.floor(OUTLETS * random() ** 2)}`,
    url: `https://bench.example/${number}`,
    published,
  }
  const reading = {
    doc: id,
    madeBy: makers.reader,
    sentences,
    quotations: [],
    chains: [...chains.values()],
    names: [],
    attributions,
    notes: [],
  }
  return { doc, reading, said: found }
}
