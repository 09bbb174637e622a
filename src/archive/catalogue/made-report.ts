// The line of a report and of what is said in it as they are to be, and the words by which a search is narrowed to them.
import type { SaidLine } from '../../model/listing.ts'
import { type Facet, facetWords } from './facets.ts'

/** The line of a report as it is to be, and what is said in it. */
export interface MadeReport {
  readonly doc: string
  readonly first: number
  readonly firstAt: string
  readonly name: string
  readonly title?: string | undefined
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly language: string
  readonly url?: string | undefined
  readonly isLater: boolean
  readonly text: string
  readonly said: readonly MadeSaid[]
}

export interface MadeSaid
  extends Pick<
    SaidLine,
    'attribution' | 'who' | 'source' | 'kind' | 'act' | 'form' | 'confidence' | 'words' | 'start' | 'end'
  > {
  readonly place: number // in the reading as it was read
  readonly speaker: string // all names of whoever says it, for search
}

/** The words that stand for all that a search of reports can be narrowed to. */
export function facetsOfReport({ outlet, said }: MadeReport): string {
  return facetWords([['outlet', outlet], ...said.flatMap((one) => facetsOf(one))])
}

/** The words that stand for all that a search of what was said can be narrowed to. */
export function facetsOfSaid(outlet: string | undefined, said: Pick<MadeSaid, 'who' | 'kind' | 'act'>): string {
  return facetWords([['outlet', outlet], ...facetsOf(said)])
}

function facetsOf({ who, kind, act }: Pick<MadeSaid, 'who' | 'kind' | 'act'>): [Facet, string][] {
  return [['kind', kind], ['act', act], ...who.map((entity): [Facet, string] => ['who', entity])]
}
