// The reader alone: one text in, what is said in it out, with ranges into the text exactly as given.

import { docFromText } from '../extract/doc-from-text.ts'
import { digestOf } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { wordsOf } from '../model/span.ts'
import type { Reader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import type { TextLine } from './parse-lines.ts'
import { type Range, rangesOf, type SaidIn, saidIn } from './said-in.ts'

/** An attribution with the place in the list, from 0, of the one it lies within. */
export interface Nested extends SaidIn {
  readonly within?: number
}

/** An office with the years in it, where the text gives them; `isFormer` where it is no longer held. */
export interface GivenOffice {
  readonly title: string
  readonly ranges: readonly Range[]
  readonly from?: string
  readonly until?: string
  readonly isFormer?: true
}

export interface Annotated {
  readonly id: string | number
  readonly attributions: readonly Nested[]
  readonly names: readonly { readonly kind: string; readonly ranges: readonly Range[]; readonly confidence: number }[]
  readonly chains: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly mentions: readonly Range[]
    readonly offices?: readonly GivenOffice[] // of a person, as the text gives them
  }[]
  readonly notes: readonly { readonly rule: string; readonly reason: string; readonly ranges?: readonly Range[] }[]
}

/** What the reader finds in the text. A text that holds no report gives nothing but a note that says so. */
export async function annotate(line: TextLine, reader: Reader): Promise<Annotated> {
  const doc = docOrWhy(line)
  if (doc instanceof ReadoutError) {
    return { id: line.id, attributions: [], names: [], chains: [], notes: [{ rule: 'no-text', reason: doc.message }] }
  }
  return annotated(line.id, doc, await read(doc, reader))
}

function docOrWhy(line: TextLine): Doc | ReadoutError {
  try {
    return docOfLine(line)
  } catch (error) {
    if (error instanceof ReadoutError) return error // becomes the note of this line
    throw error
  }
}

/** The doc of the line's text, which leads back to the text as given. Throws NO_TEXT where it holds no report. */
export function docOfLine({ id, text, published, outlet, title }: TextLine): Doc {
  const given = {
    name: String(id),
    mediaType: 'text/plain' as const,
    ...(published && { published }),
    ...(outlet && { outlet }),
    ...(title && { title }),
  }
  return docFromText(text, given, asId<'capture'>(digestOf(text)))
}

function annotated(id: string | number, doc: Doc, reading: Reading): Annotated {
  const placeOf = new Map(reading.attributions.map(({ id }, at) => [id, at]))
  return {
    id,
    attributions: reading.attributions.map((attribution): Nested => {
      const outer = attribution.within && placeOf.get(attribution.within)
      return { ...saidIn(doc, reading, attribution), ...(outer !== undefined && { within: outer }) }
    }),
    names: reading.names.map(({ kind, span, confidence }) => ({ kind, ranges: rangesOf(doc, [span]), confidence })),
    chains: reading.chains.map((chain) => ({
      id: chain.id,
      kind: chain.kind,
      name: chain.name,
      mentions: chain.mentions.flatMap(({ span }) => rangesOf(doc, [span])),
      ...(chain.offices && {
        offices: chain.offices.map(({ title, ...years }) => ({
          title: wordsOf(doc.text, [title]),
          ranges: rangesOf(doc, [title]),
          ...years,
        })),
      }),
    })),
    notes: reading.notes.map(({ rule, reason, span }) => ({
      rule,
      reason,
      ...(span && { ranges: rangesOf(doc, [span]) }),
    })),
  }
}
