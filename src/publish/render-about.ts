// What is known of a stored report beside its text: what was read in it, who prints the same, what was left out and why, what page
// and feed say of it, and what brought it.
import { type Attribution, sourceKindOf } from '../model/attribution.ts'
import type { Capture } from '../model/capture.ts'
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { wordsOf } from '../model/span.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import type { CopyOf, ReportPerson, StoredReport } from './stored-report.ts'

const words = WORDS.about

/** The section. `isExcerpt`: for readers who see excerpts only. */
export function renderAbout(report: StoredReport, links: Links, isExcerpt: boolean): Html {
  const { doc, reading, captures = [], copies = [], said, people = [] } = report
  return html`<section class="about" aria-labelledby="about">
<h2 id="about">${words.title}</h2>
${people.length > 0 && renderPeople(people, links)}
${reading && !said && !isExcerpt && renderReading(doc, reading)}
${reading && said && html`<p class="meta">${WORDS.report.readBy(reading.madeBy)}</p>`}
${copies.length > 0 && renderCopies(copies, links)}
${!isExcerpt && renderRemoved(doc)}
${renderFields(doc)}
${renderCaptures(captures, doc, links)}
</section>`
}

function renderPeople(people: readonly ReportPerson[], links: Links): Html {
  const items = people.map(
    ({ id, name, kind, said }) =>
      html`<li>${link(links.person?.(id), html`<bdi>${name}</bdi>`)} <span class="meta">${kind}${said > 0 && `, ${figure(said, words.statement)}`}</span></li>`,
  )
  return html`<details class="people" id="people"><summary>${words.peopleIn(figure(people.length, words.personOrBody, words.peopleAndBodies))}</summary><ul class="list">${items}</ul></details>`
}

/** A moment: its day, and its clock where it has one. */
export function time(instant: string): Html {
  const clock = instant.slice(11, 16)
  const words = dayWords(instant) + (clock === '' || clock === '00:00' ? '' : `, ${clock} UTC`)
  return html`<time datetime="${instant}">${words}</time>`
}

function renderCopies(copies: readonly CopyOf[], links: Links): Html {
  const items = copies.map(
    ({ doc, share, shared }) =>
      html`<li>${link(links.report(doc.name, shared), html`<bdi>${doc.outlet ?? words.outletUnknown}</bdi>, ${doc.published ? dayWords(doc.published) : words.undated}`)}: ${words.share(Math.round(100 * share))}</li>`,
  )
  return html`<details><summary>${words.sameText(figure(copies.length, words.otherReport))}</summary><ul class="list">${items}</ul></details>`
}

function renderReading(doc: Doc, { attributions, madeBy }: Reading): Html {
  const items = attributions.map((attribution) => html`<li>${describeAttribution(doc, attribution)}</li>`)
  return html`<details><summary>${words.readBy(figure(attributions.length, words.attribution), madeBy)}</summary>
<ol class="attributions">${items}</ol></details>`
}

function describeAttribution(doc: Doc, { source, cue, content, act, form, confidence }: Attribution): Html {
  const who = source.kind === 'unstated' ? words.unstated : wordsOf(doc.text, source.words)
  const told = html`<span class="cue" dir="auto">${wordsOf(doc.text, cue)}</span>`
  const said = html`<span class="content" dir="auto">${wordsOf(doc.text, content)}</span>`
  // "Hale denied that there was an offer" reads as printed; of "Hale told", the hearer is missing
  const isInOrder =
    form !== 'direct' && cue[0].start < content[0].start && !/according|told/i.test(wordsOf(doc.text, cue))
  return html`<span class="source" dir="auto">${who}</span>${isInOrder ? html` ${told} ` : ': '}${said}
<span class="meta">${!isInOrder && html`${words.cue} “${told}”; `}${sourceKindOf(source)}, ${act}, ${form}, ${words.confidence(confidence)}</span>`
}

function renderRemoved({ removed }: Doc): Html {
  if (removed.length === 0) return html`<p class="note">${words.nothingLeftOut}</p>`
  const items = removed.map(
    ({ text, reason }) => html`<li><span class="reason">${reason}</span> <span dir="auto">${text}</span></li>`,
  )
  return html`<details class="removed-parts"><summary>${words.leftOut(figure(removed.length, words.stretch, words.stretches))}</summary>
<ul class="removed">${items}</ul></details>`
}

/** All that was said of the report from outside its text; of several with one name, the first stands. */
function renderFields({ fields }: Doc): Html {
  const items = fields.map(
    ({ name, value, path, zone }) =>
      html`<li><span class="reason">${name}</span> <span dir="auto">${value}</span>${zone === 'none' && ` (${words.noZone})`} <span class="meta">${path}</span></li>`,
  )
  return html`${
    items.length > 0 &&
    html`<details><summary>${words.stated(figure(items.length, words.fact))}</summary>
<ul class="removed">${items}</ul></details>`
  }`
}

function renderCaptures(captures: readonly Capture[], { madeBy, id: doc }: Doc, links: Links): Html {
  const items = captures.map(({ id, at, asked, outcome, from, archived }) => {
    const name = asked.replace(/^.*[\\/](?=[^\\/])/, '') // the folders it came from are nobody's business on a page
    const digest = 'payload' in outcome ? html`, ${words.digest} <code>${outcome.payload}</code>` : ''
    const dated = archived ? html`, ${words.archivedOf} ${time(archived)}` : ''
    const taken = from ? html`, ${words.fromArchive} <span dir="auto">${from.file}</span>${dated}` : ''
    const shown =
      links.capture &&
      html` <span class="meta">${link(links.capture(id), WORDS.report.asReceived)}${'payload' in outcome && html`, ${link(links.capture(id, 'replay'), WORDS.report.replay)}`}</span>`
    return html`<li>${time(at)} ${words.as} <span dir="auto">${name}</span>${taken}${digest}${shown}</li>`
  })
  return html`${items.length > 0 && html`<h3>${words.captured}</h3><ul class="captures">${items}</ul>`}
<p class="meta">${words.textMadeBy(madeBy)} <code>${doc}</code>.</p>`
}

function figure(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
