// For tests: docs with readings written by hand, in which spans are found by their words.
import type { Act } from '../model/act.ts'
import type { Attribution, Setting, Source, StatedSource } from '../model/attribution.ts'
import type { Block } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Kind, Reading } from '../model/reading.ts'
import { makeSpan, type Span } from '../model/span.ts'

/** A source by its words in the text; `name` is that of its chain, by default the words. */
export interface Speaker {
  readonly words: string
  readonly name?: string
  readonly kind?: 'person' | 'organisation' | 'government' | 'outlet' | 'document' | 'anonymous'
  readonly side?: string
  readonly count?: number
  readonly form?: 'nominal' | 'pronoun' // by default a name, of an unnamed one nominal
}

export interface Said {
  readonly by?: Speaker // nobody: "reportedly"
  readonly cue: string
  readonly content: string | readonly [string, ...string[]] // in pieces
  readonly act?: Act
  readonly silence?: NonNullable<Attribution['silence']>
  readonly setting?: Setting['kind']
  readonly restsOn?: Speaker
  readonly via?: readonly Speaker[]
  readonly said?: string // a day
}

export interface Report {
  readonly name: string
  readonly text: string // paragraphs, apart by blank lines
  readonly headline?: string
  readonly outlet?: string
  readonly published?: string // a day
  readonly wire?: string // words of the text
  readonly source?: string // whose text it is, as its page states
  readonly says?: readonly Said[]
}

/** A doc and its reading. Throws where words do not stand in the text. */
export function makeRead(report: Report): ReadDoc {
  const { headline, name, outlet, published, source } = report
  const text = headline ? `${headline}\n\n${report.text}` : report.text
  const find = (words: string, from = 0): Span => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`"${words}" does not stand in ${name}`)
    return makeSpan(text, start, start + words.length)
  }
  const body = headline ? headline.length + 2 : 0
  const chains = new Map<string, Chain>()
  const state = (speaker: Speaker, from: number): StatedSource => {
    const { words, kind = 'person', side, count = 1 } = speaker
    const chainName = speaker.name ?? words
    const span = find(words, text.indexOf(words, from) < 0 ? body : from)
    const before = chains.get(chainName)
    const id = before?.id ?? asId<'chain'>(`c${chains.size + 1}`)
    const mention = { span, form: speaker.form ?? (kind === 'anonymous' ? 'nominal' : 'name') } as const
    const chainKind: Kind = kind === 'anonymous' ? 'group' : kind
    const mentions: Chain['mentions'] = before ? [before.mentions[0], ...before.mentions.slice(1), mention] : [mention]
    chains.set(chainName, { id, kind: chainKind, name: chainName, mentions })
    const stated = { words: [span], who: [id] } as const
    if (kind !== 'anonymous') return { kind, ...stated }
    return { kind, ...stated, count: { atLeast: count, atMost: count }, ...(side && { side }) }
  }
  const attributions = (report.says ?? []).map((said, at): Attribution => {
    const [piece, ...pieces] = typeof said.content === 'string' ? [said.content] : said.content
    const content = find(piece, body)
    const sentence = Math.max(body, text.lastIndexOf('\n', content.start) + 1)
    const source: Source = said.by ? state(said.by, sentence) : { kind: 'unstated' }
    const next = new Date(Date.parse(`${said.said ?? '2031-01-01'}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    return {
      id: asId<'attribution'>(`${name}-${at + 1}`),
      source,
      cue: [find(said.cue, sentence)],
      content: [content, ...pieces.map((words) => find(words, content.end))],
      form: /^["“]/.test(piece) ? 'direct' : 'indirect',
      act: said.act ?? 'asserts',
      ...(said.silence && { silence: said.silence }),
      ...(said.setting && { setting: { kind: said.setting, words: find(said.cue, sentence) } }),
      ...(said.restsOn && { restsOn: state(said.restsOn, sentence) }),
      ...(said.said && { said: { value: said.said, from: said.said, until: next, words: find(said.cue, sentence) } }),
      via: (said.via ?? []).map((speaker) => state(speaker, sentence)),
      confidence: 0.8,
    }
  })
  const reading: Reading = {
    doc: asId(`doc-${name}`),
    madeBy: 'read@0.0.0',
    sentences: [...text.matchAll(/[^.\s][^.\n]*\.?["”]?/g)].map(({ 0: words, index }) =>
      makeSpan(text, index, index + words.length),
    ),
    quotations: [...text.matchAll(/“[^”]*”|"[^"]*"/g)].map(({ 0: words, index }) =>
      makeSpan(text, index, index + words.length),
    ),
    chains: [...chains.values()],
    names: [],
    attributions,
    ...(report.wire && { wire: { name: report.wire, span: find(report.wire) } }),
    notes: [],
  }
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
    kind: headline && index === 0 ? 'headline' : 'paragraph',
    span: makeSpan(text, index, index + words.length),
  }))
  return {
    doc: {
      id: reading.doc,
      capture: asId(`capture-${name}`),
      madeBy: 'extract@0.0.0',
      name,
      text,
      blocks,
      language: 'en',
      fields: source ? [{ name: 'source', value: source, path: 'meta' }] : [],
      ...(headline && { title: headline }),
      ...(outlet && { outlet }),
      ...(published && { published: `${published}T08:00:00.000Z` }),
      removed: [],
    },
    reading,
  }
}
