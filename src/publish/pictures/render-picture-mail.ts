// The pictures of an edition for a letter: the narrow ones, which need no reduction on a phone, as PNG with their words.
import type { Edition } from '../../model/edition.ts'
import { WORDS } from '../interface-words.ts'
import { MARGIN } from '../render-figure.ts'
import { listPictures } from './list-pictures.ts'
import { paintPng } from './paint-png.ts'
import type { PictureName } from './picture.ts'

export interface MailPicture {
  readonly name: PictureName
  readonly title: string
  readonly alt: string // what it shows, in a few sentences
  readonly about: string // all that it shows
  readonly width: number // to show it at, in pixels; the PNG has twice as many
  readonly height: number
  readonly png?: Uint8Array // absent: none can be made here, and the words stand for it
}

/** The pictures of an edition, in their order. */
export async function renderPictureMail(edition: Pick<Edition, 'pictures' | 'sections'>): Promise<MailPicture[]> {
  return Promise.all(
    listPictures(edition).map(async ({ name, title, sentences, narrow }): Promise<MailPicture> => {
      const png = await paintPng(narrow)
      const [width, height] = [narrow.width + 2 * MARGIN, narrow.height + 2 * MARGIN]
      const told = { alt: shorten(sentences), about: sentences.join(' ') }
      return { name, title, ...told, width, height, ...(png && { png }) }
    }),
  )
}

const LONGEST = 500 // characters: a screen reader reads them at one go, and a program that blocks pictures prints them

function shorten(sentences: readonly string[]): string {
  let told = ''
  for (const [at, sentence] of sentences.entries()) {
    const joined = at === 0 ? sentence : `${told} ${sentence}`
    if (at > 0 && joined.length > LONGEST) return `${told} ${WORDS.pictures.inEdition}`
    told = joined
  }
  return told
}
