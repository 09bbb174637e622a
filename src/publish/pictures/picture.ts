// A picture of an edition: laid out for a page and for a phone, and told in sentences and in a table for those who do not see it.
import type { Figure } from '../figure.ts'

export interface Picture {
  readonly name: PictureName
  readonly title: string
  readonly sentences: readonly string[] // all that it shows, the most telling first
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly wide: Figure
  readonly narrow: Figure
}

export type PictureName = 'claims' | 'origins' | 'voices' | 'outlets'

/** How wide a picture may be, in pixels: as the text of a page, and as a phone without its margins. */
export const WIDE = 648
export const NARROW = 344

/** True where labels stand above what they label, since there is no room beside it. */
export function isNarrow(width: number): boolean {
  return width < 560
}
