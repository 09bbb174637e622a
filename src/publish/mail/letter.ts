// A letter: what is mailed, before it is a message of the protocol. The same for all readers but for the address that they leave by.
import type { Doc } from '../../model/doc.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import type { Links } from '../links.ts'

export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string // in lines of 72 characters; those that go on end with a space (RFC 3676)
  readonly pictures: readonly LetterPicture[]
}

/** A picture that comes with the letter. The letter can be read without. */
export interface LetterPicture {
  readonly cid: string
  readonly png: Uint8Array
  readonly alt: string
  readonly width: number // as it is shown, in CSS pixels
  readonly caption?: string
}

/** What a letter about an edition is made of. */
export interface MailedEdition {
  readonly version: EditionVersion
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
  readonly links: Links // whole addresses
  readonly browser: string // where the edition stands on the web
  readonly leave: string // where this reader leaves the list
  readonly pictures: readonly LetterPicture[]
}
