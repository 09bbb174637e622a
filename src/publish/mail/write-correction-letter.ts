// A correction, sent on to whoever was sent what it corrects: what was changed, when and why, and where the whole edition stands.
import type { Correction } from '../../model/edition-version.ts'
import { editionDays } from '../edition-title.ts'
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { flowText, joinParagraphs } from './flow-text.ts'
import { frameLetter, mailLink } from './frame-letter.ts'
import type { Letter, MailedEdition } from './letter.ts'
import { MAIL_STYLE as S } from './mail-style.ts'
import { plainLine, sourceOf } from './subject-of.ts'
import { renderCorrections, renderFoot } from './write-edition-letter.ts'
import { tellCorrection, tellFoot } from './write-edition-text.ts'

const words = WORDS.letters

/** The letter about these corrections of the edition. */
export function writeCorrectionLetter(mailed: MailedEdition, corrections: readonly Correction[]): Letter {
  const { version, browser } = mailed
  const { edition } = version
  const source = sourceOf(edition)
  const week = editionDays(edition)
  const head = words.correctionHead(week)
  const body = html`<p class="soft" style="${S.top}">${source} · ${mailLink(browser, words.inBrowser)}</p>
<h1 class="ink" style="${S.h1}">${head}</h1>
<p style="${S.p}">${words.correctionLead(source)}</p>
${renderCorrections(corrections)}
<p style="${S.p}">${mailLink(browser, words.whole)}</p>
${renderFoot(mailed)}`
  return {
    subject: plainLine(words.correction(source, week)),
    html: frameLetter({ title: head, preview: words.correctionLead(source), body }),
    text: joinParagraphs([
      [source.toUpperCase()],
      [head],
      flowText(words.correctionLead(source)),
      ...corrections.toReversed().map(tellCorrection),
      [`${words.whole}:`, browser],
      ...tellFoot(mailed),
    ]),
    pictures: [],
  }
}
