// The letters of a mailing: its version of the edition, with the docs that it cites and addresses that lead to the desk.
import { findEditionVersion } from '../../archive/edition-versions.ts'
import type { Correction, EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Digest } from '../../model/id.ts'
import type { MailingKind } from '../../model/mailing.ts'
import { keyOf } from '../../publish/edition-title.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Letter, LetterPicture, MailedEdition } from '../../publish/mail/letter.ts'
import { writeCorrectionLetter } from '../../publish/mail/write-correction-letter.ts'
import { writeEditionLetter } from '../../publish/mail/write-edition-letter.ts'
import { renderPictureMail } from '../../publish/pictures/render-picture-mail.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'

/** What writes the letter of one recipient: `leave` is the last part of the address that they leave by. */
export type WriteLetter = (leave: string) => Letter

/** The version under this digest. Throws STORE_DAMAGED where its record is gone or was changed. */
export function versionOf({ store }: Pick<Desk, 'store'>, digest: Digest): EditionVersion {
  const version = findEditionVersion(store, digest)
  if (version) return version
  throw new ReadoutError(
    'STORE_DAMAGED',
    `the version ${digest.slice(0, 16)} of an edition is gone or was changed; run "readout check"`,
  )
}

/** What writes the letters of a mailing of this version. `corrections`: those that a mailing of corrections tells of. */
export async function openLetters(
  { store }: Pick<Desk, 'store'>,
  version: EditionVersion,
  {
    kind,
    origin,
    corrections = version.corrections,
  }: {
    readonly kind: MailingKind
    readonly origin: string
    readonly corrections?: readonly Correction[]
  },
): Promise<WriteLetter> {
  const findDoc = openDocsOfVersion({ store }, version)
  const pictures = kind === 'correction' ? [] : await picturesOf(version)
  return (leave) => {
    const mailed: MailedEdition = {
      version,
      findDoc,
      links: { ...serverLinks, report: (name, evidence) => origin + serverLinks.report(name, evidence) },
      browser: origin + serverLinks.edition(keyOf(version.edition)),
      leave: `${origin}/unsubscribe/${leave}`,
      pictures,
    }
    return kind === 'correction'
      ? writeCorrectionLetter(mailed, corrections)
      : writeEditionLetter(mailed, kind === 'test')
  }
}

async function picturesOf({ edition }: EditionVersion): Promise<LetterPicture[]> {
  const drawn = await renderPictureMail(edition)
  return drawn.flatMap(({ name, title, alt, width, png }) => {
    return png ? [{ cid: `${name}@readout`, png, alt, width, caption: title }] : []
  })
}
