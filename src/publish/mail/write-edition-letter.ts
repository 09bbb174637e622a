// An edition as a letter. It reads without pictures, without its style, and without the web: each footnote says which report it
// means, and leads there and back.
import type { Edition, Item, Line, OwnLine, Section } from '../../model/edition.ts'
import type { Correction } from '../../model/edition-version.ts'
import { editionDays } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { printedHeading, UNDER_CLAIMS } from '../printed-lines.ts'
import { answerWords, describeReports, SECTION_TITLES } from '../render-html.ts'
import { tellRemovals } from '../tell-removals.ts'
import { frameLetter, mailLink } from './frame-letter.ts'
import type { Letter, LetterPicture, MailedEdition } from './letter.ts'
import { MAIL_STYLE as S } from './mail-style.ts'
import { isPrinted, type LetterNotes, makeLetterNotes } from './note-marks.ts'
import { leadOf, plainLine, sourceOf, subjectOf } from './subject-of.ts'
import { writeEditionText } from './write-edition-text.ts'

const words = WORDS.letters

/** The letter of an edition, as issued or as corrected. `isTest`: it says so. */
export function writeEditionLetter(mailed: MailedEdition, isTest = false): Letter {
  const { version, browser, pictures } = mailed
  const { edition, corrections } = version
  const notes = makeLetterNotes(mailed)
  const marked = new Set<number>() // of a line that is printed twice the first mark is led back to
  const draw: Draw = { notes, marked }
  const title = version.title ?? words.weekOf(editionDays(edition))
  const body = html`${isTest && html`<p class="soft" style="${S.meta}"><strong>${words.test}</strong></p>`}
<p class="soft" style="${S.top}">${sourceOf(edition)} · ${mailLink(browser, words.inBrowser)}</p>
<h1 class="ink" style="${S.h1}">${title}</h1>
<p class="soft" style="${S.meta}">${openingOf(edition)}</p>
${tellRemovals(version).map((told) => html`<p class="soft" style="${S.meta}">${told}</p>`)}${corrections.length > 0 && renderCorrections(corrections)}
${edition.sections.filter(isPrinted).map((section) => renderSection(section, draw, pictures))}
${pictures.slice(1).map(renderPicture)}
${notes.all.length > 0 && renderNotes(notes, mailed)}
${renderFoot(mailed)}`
  return {
    subject: isTest ? plainLine(`[Test] ${subjectOf(version)}`) : subjectOf(version),
    html: frameLetter({ title, preview: plainLine(leadOf(edition) ?? title), body }),
    text: writeEditionText(mailed, isTest),
    pictures,
  }
}

interface Draw {
  readonly notes: LetterNotes
  readonly marked: Set<number>
}

/** The watch's question, and what the edition is made from. */
export function openingOf(edition: Edition): string {
  const from = `${describeReports(edition)}.`
  const made = from.charAt(0).toUpperCase() + from.slice(1)
  const question = edition.watch?.question
  if (question === undefined) return made
  return `${/[.?!…]["”’)]*$/.test(question) ? question : `${question}.`} ${made}`
}

/** What was corrected, the newest first. */
export function renderCorrections(corrections: readonly Correction[]): Html {
  const all = corrections.toReversed().map(
    ({ at, was, now, why }) => html`<p class="ink" style="${S.p}"><strong>${words.correctedOn(dayWords(at))}.</strong>
${was === undefined ? words.putIn : html`${words.was} <del>${was}</del>`}
${now === undefined ? words.takenOut : html`${words.now} ${now}`}
${words.why} ${why}</p>`,
  )
  return html`<div class="box" style="${S.box}"><h2 class="head" style="${S.h2};margin-top:0;border-top:0;padding-top:0">${words.corrections}</h2>${all}</div>`
}

function renderSection({ kind, items, own = [], note }: Section, draw: Draw, pictures: readonly LetterPicture[]): Html {
  const isLead = kind === 'lead'
  const [picture] = isLead ? pictures : []
  const drawn = items.map((item) => (isLead ? renderLead(item, draw) : renderDash(item, kind, draw)))
  return html`<h2 class="head" style="${S.h2}">${SECTION_TITLES[kind]}</h2>
${own.map(renderOwn)}
${isLead || drawn.length === 0 ? drawn : html`<table role="presentation" style="${S.dashes}" cellpadding="0" cellspacing="0">${drawn}</table>`}
${picture && renderPicture(picture)}
${note !== undefined && html`<p class="soft" style="${S.meta}">${note}</p>`}
`
}

function renderLead({ heading, lines, own = [] }: Item, draw: Draw): Html {
  return html`${heading && html`<h3 class="ink" style="${S.h3}">${renderLine(heading, draw)}</h3>`}
${lines.map((line) => html`<p style="${S.p}">${renderLine(line, draw)}</p>\n`)}${own.map(renderOwn)}`
}

function renderDash(item: Item, kind: Section['kind'], draw: Draw): Html {
  const { lines, answer, own = [] } = item
  const isAnswer = UNDER_CLAIMS.has(kind)
  const heading = printedHeading(item, kind)
  const head = heading && html`<p style="${S.claim}">${answerWords(answer)} ${renderLine(heading, draw)}:</p>`
  const all = lines.map((line) => renderLine(line, draw))
  const told = isAnswer
    ? html`${all.map((line) => html`<p style="margin:0 0 6px">${line}</p>`)}`
    : html`${all.map((line, i) => html`${i > 0 && ' '}${line}`)}`
  return html`<tr><td class="soft dash" style="${S.dash}">–</td><td class="ink" style="${S.item}">${head}${told}${own.map(renderOwn)}</td></tr>
`
}

function renderOwn({ text, by }: OwnLine): Html {
  return html`<p class="ink rule" style="${S.own}"><span class="soft">${words.ownLine(by)}</span> ${text}</p>`
}

function renderLine(line: Line, { notes, marked }: Draw): Html {
  const pieces = notes
    .of(line)
    .map(({ text, notes: here }) => html`${text}${here.map((note) => renderMark(note, marked))}`)
  return html`${pieces}${line.reworded && html` <span class="soft">(${WORDS.formats.wordedBy(line.reworded.by)})</span>`}`
}

function renderMark({ number }: Footnote, marked: Set<number>): Html {
  const id = marked.has(number) ? undefined : `mark-${number}`
  marked.add(number)
  const anchor = id !== undefined && html` id="${id}" name="${id}"`
  return html`<sup style="${S.sup}"> <a class="link"${anchor} href="#note-${number}" title="${words.note(number)}" style="${S.a}">${number}</a></sup>`
}

function renderNotes({ all }: LetterNotes, { links }: MailedEdition): Html {
  const drawn = all.map((note) => {
    const { number, name, evidence } = note
    const id = `note-${number}`
    return html`<p class="ink" style="${S.note}"><a class="link" id="${id}" name="${id}" href="#mark-${number}" title="${words.back}" style="${S.a}">${number}</a>
${mailLink(links.report(name, evidence), titleOf(note))}, <span class="soft"><bdi>${note.outlet ?? OUTLET_UNKNOWN}</bdi>, ${dayOf(note)}</span></p>
`
  })
  return html`<h2 class="head" style="${S.h2}">${words.sources}</h2>
${drawn}`
}

/** The report of a footnote, by its headline or else its name. */
export function titleOf({ title, name }: Footnote): string {
  return title ?? name
}

/** "Meridian News Agency, 11 March 2031". */
export function outletAndDay(note: Footnote): string {
  return `${note.outlet ?? OUTLET_UNKNOWN}, ${dayOf(note)}`
}

const OUTLET_UNKNOWN = 'outlet unknown'

function dayOf({ published }: Footnote): string {
  return published === undefined ? 'undated' : dayWords(published)
}

function renderPicture({ cid, alt, width, caption }: LetterPicture): Html {
  return html`<p style="${S.p}"><img src="cid:${cid}" alt="${alt}" width="${width}" style="${S.img}"></p>
${caption !== undefined && html`<p class="soft" style="${S.meta}">${caption}</p>`}`
}

/** Why it came, where it stands, and the way out. */
export function renderFoot({ version: { edition }, browser, leave }: MailedEdition): Html {
  return html`<div class="soft rule" style="${S.foot}"><p style="margin:0 0 8px">${words.whyYou(sourceOf(edition))} ${mailLink(leave, words.leave)} · ${mailLink(browser, words.inBrowser)}</p>
<p style="margin:0">${words.made(edition.asOf.number, edition.asOf.before.slice(0, 16))}</p></div>`
}
