// What stands above the text of a report: of which page it is a version, what is known of it, what the marks mean, and which are shown.
import type { Capture } from '../model/capture.ts'
import { type Doc, unreadBecause } from '../model/doc.ts'
import type { PageHistory } from '../model/version.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import { time } from './render-about.ts'
import type { ShownMarks, StoredReport } from './stored-report.ts'

/** A sighting of a version has the same words, and nothing is read in it. */
export function renderOfWhich({ versions }: PageHistory, doc: Doc, links: Links): Html {
  const place = versions.findIndex((one) => one.doc.id === doc.id)
  if (place > 0)
    return html`<p class="note">A later version of ${link(links.report(versions[0].doc.name), 'the page')}.</p>`
  const version = place < 0 && versions.find(({ sightings }) => sightings.some(({ name }) => name === doc.name))
  if (!version) return html``
  const own = link(links.report(version.doc.name), version.doc.name)
  return html`<p class="note">A sighting of ${own}: the same words in other bytes. Nothing is read in it a second time.</p>`
}

/** What is known of it from outside its text. */
export function renderFacts(doc: Doc, captures: readonly Capture[]): Html {
  const { outlet, published, updated, byline, url, cut } = doc
  const unread = unreadBecause(doc)
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const at = captures[0]?.at
  return html`<dl class="facts">
${fact('Outlet', outlet ?? 'outlet unknown')}
${fact('Published', published ? time(published) : 'undated')}
${updated !== undefined && updated !== published && fact('Updated', time(updated))}
${unread !== undefined && fact('Language', `${doc.language}; ${unread}`)}
${byline !== undefined && fact('Byline', html`<span dir="auto">${byline}</span>`)}
${at !== undefined && fact('Captured', time(at))}
${cut !== undefined && fact('Text', html`only the beginning: a ${cut.by} took the rest`)}
${url !== undefined && fact('Address', link(/^https?:/i.test(url) ? url : undefined, url, 'noreferrer nofollow'))}
</dl>`
}

/** What the marks mean. */
export function renderLegend(isServed: boolean): Html {
  const mark = isServed ? WORDS.report.linked : WORDS.report.cited
  return html`<p class="legend"><span class="visually-hidden">${WORDS.report.legend} </span><mark>${mark}</mark>
<span class="source">${WORDS.report.source}</span> <span class="cue">${WORDS.report.cue}</span> <span class="content">${WORDS.report.content}</span></p>`
}

/** The boxes work without script: the stylesheet looks at what is checked. Those named in the address are checked at first. */
export function renderToggles({ said = [], people = [], doc, placed }: StoredReport, show: ShownMarks): Html {
  const toggle = (name: 'attributions' | 'people' | 'removed', count: number) =>
    html`<label><input type="checkbox" data-toggle="${name}"${attribute('checked', show.has(name) ? '' : undefined)} autocomplete="off"> ${WORDS.report.toggles[name](count)}</label> `
  return html`<fieldset class="toggles"><legend>${WORDS.report.show}</legend>${toggle('attributions', said.length)}${toggle('people', people.length)}${placed && toggle('removed', placed.length)}${!show.has('people') && people.length > 0 && html`<a href="?show=attributions,people">${WORDS.report.linkPeople}</a>`}${!placed && doc.removed.length > 0 && html`<a href="?show=attributions,removed">${WORDS.report.placeRemoved(doc.removed.length)}</a>`}</fieldset>`
}
