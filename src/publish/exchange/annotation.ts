// A statement as a W3C Web Annotation (Recommendation of 23 February 2017): its words as a target in the stored text, found by what
// they are and by where they stand, and who said it and what that does as bodies.
import { makeSelectors, type Selectors } from '../../model/anchor.ts'
import type { Attribution } from '../../model/attribution.ts'
import type { Doc } from '../../model/doc.ts'
import type { Id, Instant } from '../../model/id.ts'
import { wordsOf } from '../../model/span.ts'
import type { Addresses } from './cited.ts'

/** What is sent of one statement. */
export interface SentStatement {
  readonly attribution: Pick<Attribution, 'id' | 'source' | 'cue' | 'content' | 'act' | 'form' | 'confidence'>
  readonly who: readonly { readonly id?: Id<'entity'>; readonly name: string }[]
  readonly madeBy: string // the reader
  readonly capture?: { readonly id: Id<'capture'>; readonly at: Instant }
}

export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'identifying'
  readonly generator: { readonly type: 'Software'; readonly name: string }
  readonly body: readonly AnnotationBody[]
  readonly target: readonly AnnotationTarget[]
}

interface AnnotationBody {
  readonly type: 'TextualBody'
  readonly purpose: 'identifying' | 'classifying' | 'describing'
  readonly value: string
  readonly format: 'text/plain'
}

interface AnnotationTarget {
  readonly type: 'SpecificResource'
  readonly source: {
    readonly id: string
    readonly type: 'Text'
    readonly format: 'text/plain'
    readonly language?: string
  }
  readonly selector: Selectors
  readonly scope?: string // the page that the text was taken from
  readonly state?: { readonly type: 'TimeState'; readonly sourceDate: Instant; readonly cached: string }
}

/** The annotation: one target for each piece of what was said. */
export function annotationOf(
  { attribution, who, madeBy, capture }: SentStatement,
  doc: Pick<Doc, 'name' | 'text' | 'language' | 'url'>,
  addresses: Addresses,
): Annotation {
  const { links, origin } = addresses
  const absolute = (path: string): string => new URL(path, origin).href
  const { id, act, source, cue, content } = attribution
  const text = absolute(`${links.report(doc.name)}/text`)
  const isWeb = doc.url !== undefined && /^https?:\/\//i.test(doc.url)
  const state = capture &&
    links.capture && {
      state: {
        type: 'TimeState' as const,
        sourceDate: capture.at,
        cached: absolute(links.capture(capture.id, 'raw')),
      },
    }
  const said =
    source.kind === 'unstated' ? [] : [{ purpose: 'describing', value: wordsOf(doc.text, source.words) } as const]
  const bodies = [
    ...who.map(({ name }) => ({ purpose: 'identifying', value: name }) as const),
    { purpose: 'classifying', value: act } as const,
    ...said,
    { purpose: 'describing', value: wordsOf(doc.text, cue) } as const,
  ]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: absolute(links.said?.(id) ?? `${links.report(doc.name)}#said-${id}`),
    type: 'Annotation',
    motivation: 'identifying',
    generator: { type: 'Software', name: madeBy },
    body: bodies.map((body) => ({ type: 'TextualBody', format: 'text/plain', ...body })),
    target: content.map((span) => ({
      type: 'SpecificResource',
      source: {
        id: text,
        type: 'Text',
        format: 'text/plain',
        ...(/^(?!und$)[A-Za-z]{2,3}(?:-|$)/.test(doc.language) && { language: doc.language }),
      },
      selector: makeSelectors(doc.text, span),
      ...(isWeb && { scope: doc.url }),
      ...state,
    })),
  }
}
