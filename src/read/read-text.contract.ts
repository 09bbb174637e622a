// For tests: reads a text of our own invention, one paragraph a line, and shows the attributions by their words.
import type { Attribution } from '../model/attribution.ts'
import { sourceKindOf } from '../model/attribution.ts'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { loadReader, type Reader } from './load-reader.ts'
import { read } from './read.ts'

const rules = await loadReader({ rulesAlone: true })
let whole: Promise<Reader> | undefined // with the network; loaded by the tests that ask for it

/** A doc whose paragraphs are the lines of the text. */
export function docOf(text: string, fields: Partial<Doc> = {}): Doc {
  let at = 0
  const blocks = text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    return line.trim() ? [{ kind: 'paragraph' as const, span: makeSpan(text, start, start + line.length) }] : []
  })
  return {
    id: asId('doc'),
    capture: asId('capture'),
    madeBy: 'test@1',
    name: 'test',
    text,
    blocks,
    language: 'en',
    fields: [],
    removed: [],
    published: '2031-03-06T09:00:00.000Z',
    ...fields,
  }
}

/** An attribution by its words. */
export interface Shown {
  readonly source: string
  readonly cue: string
  readonly content: string
  readonly who: readonly string[]
  readonly kind: string
  readonly via: readonly string[]
  readonly attribution: Attribution
}

/** What the whole reader finds in the text, network and rules, in order of the cues. */
export async function readWhole(
  text: string,
  fields: Partial<Doc> = {},
): Promise<Awaited<ReturnType<typeof readText>>> {
  whole ??= loadReader()
  return readText(text, fields, await whole)
}

/** What the rules alone find in the text, in order of the cues. */
export async function readText(
  text: string,
  fields: Partial<Doc> = {},
  reader = rules,
): Promise<{ shown: Shown[]; reading: Reading; doc: Doc }> {
  const doc = docOf(text, fields)
  const reading = await read(doc, reader)
  const nameOf = new Map(reading.chains.map(({ id, name }) => [id, name]))
  const words = (pieces: readonly Span[]): string => pieces.map(({ start, end }) => text.slice(start, end)).join(' … ')
  const shown = reading.attributions.map((attribution): Shown => {
    const { source, cue, content, via } = attribution
    return {
      source: source.kind === 'unstated' ? '' : words(source.words),
      cue: words(cue),
      content: words(content),
      who: source.kind === 'unstated' ? [] : source.who.map((id) => nameOf.get(id) ?? '?'),
      kind: sourceKindOf(source),
      via: via.map(({ who }) => nameOf.get(who[0]) ?? '?'),
      attribution,
    }
  })
  return { shown, reading, doc }
}
