// The letter that asks whether its reader wants the mails. It leads to a page with a button: opening an address confirms nothing,
// since programs that look for harmful links open it too.

import type { Instant } from '../../model/id.ts'
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { flowText, joinParagraphs } from './flow-text.ts'
import { frameLetter } from './frame-letter.ts'
import type { Letter } from './letter.ts'
import { MAIL_STYLE as S } from './mail-style.ts'
import { plainLine } from './subject-of.ts'

const words = WORDS.letters

export interface Confirmation {
  readonly source: string // the watch's name, or the desk's
  readonly address: string // of the reader
  readonly confirm: string // the page with the button
  readonly until: Instant
}

/** The letter. */
export function writeConfirmationLetter({ source, address, confirm, until }: Confirmation): Letter {
  const lead = words.confirmLead(source, address)
  const good = words.confirmUntil(dayWords(until))
  const body = html`<h1 class="ink" style="${S.h1}">${words.confirmHead}</h1>
<p style="${S.p}">${lead}</p>
<p style="${S.p};padding:8px 0"><a class="button" href="${confirm}" style="${S.button}">${words.confirmButton}</a></p>
<p class="soft" style="${S.meta}">${good} ${words.confirmNot}</p>
<p class="soft" style="${S.meta}">${confirm}</p>`
  return {
    subject: plainLine(words.confirmSubject(source)),
    html: frameLetter({ title: words.confirmHead, preview: lead, body }),
    text: joinParagraphs([[words.confirmHead], flowText(lead), [confirm], flowText(good), flowText(words.confirmNot)]),
    pictures: [],
  }
}
