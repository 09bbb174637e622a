// One person or body: the offices that reports gave, the claims put forward, denied or left without comment, and all that was
// said, the latest first.
import { ACTS, type Act, isSilent, putsForward } from '../../model/act.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { ClaimLine, PersonLine, SaidLine, StoryListLine, TakenAct } from '../../model/listing.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { renderPage } from '../page.ts'
import type { PageOptions } from '../render-claim.ts'
import { addressOf } from './address.ts'
import { type Names, renderClaimItem, renderSaidItem, renderStoryItem } from './items.ts'
import { type Asked, renderChoices, renderItems } from './list-frame.ts'
import type { Part } from './story.ts'
import { renderDay } from './time.ts'

/** An office with the words that give it. */
export interface ShownOffice {
  readonly title: Evidence
  readonly report: string // its name
  readonly from?: string
  readonly until?: string
  readonly isFormer?: true
}

/** A claim with what the person did to it, the first printed first. */
export interface TakenClaim {
  readonly line: ClaimLine
  readonly acts: readonly TakenAct[]
}

export interface PersonView {
  readonly line: PersonLine
  readonly aliases: readonly string[] // names of those ruled to be the same
  readonly offices: readonly ShownOffice[]
  readonly claims: Part<TakenClaim>
  readonly stories: readonly StoryListLine[] // that these claims belong to
  readonly asked: Asked
  readonly said: readonly SaidLine[]
  readonly next?: string
  readonly names: Names
}

/** The page of a person or body. */
export function renderPerson(view: PersonView, links: Links, { shell, ...actions }: PageOptions = {}): string {
  const { line, aliases, claims, stories } = view
  const words = WORDS.person
  const body = html`<article>
<header class="masthead"><p class="kicker">${capital(WORDS.lists.kinds[line.kind])}</p><h1><bdi>${line.name}</bdi></h1>
<p class="meta">${counted(line.said, 'statement')} in ${counted(line.reports, 'report')}${line.lastPrinted !== undefined && html`; ${WORDS.lists.lastPrinted} ${renderDay(line.lastPrinted)}`}</p>
${aliases.length > 0 && html`<p class="meta">${words.alsoCalled} ${aliases.map((name, i) => html`${i > 0 ? '; ' : ''}<bdi>${name}</bdi>`)}</p>`}
${actions.actionsFor?.('entity', line.entity, line.name)}</header>
${renderOffices(view, links)}
<section aria-labelledby="s-claims"><h2 id="s-claims">${words.claims}</h2>
${claims.items.length > 0 ? renderTaken(claims.items, links) : html`<p class="note">${words.noClaims}</p>`}
${claims.hasMore && html`<p class="pages"><a href="${addressOf(links.ledger ?? '', { entity: line.entity })}">${words.allClaims(claims.items.length)}</a></p>`}
</section>
${
  stories.length > 0 &&
  html`<section aria-labelledby="s-stories"><h2 id="s-stories">${words.stories}</h2>
<ol class="items">${stories.map((story) => renderStoryItem(story, links))}</ol></section>`
}
${renderSaid(view, links)}
${actions.historyFor?.('entity', line.entity)}
<p class="back">${link(links.people, words.back)}</p>
</article>`
  return renderPage({ title: `${line.name} · Readout`, here: 'person', links, body, ...(shell && { shell }) })
}

function renderOffices({ offices, line }: PersonView, links: Links): Html {
  if (line.kind !== 'person') return html``
  const words = WORDS.person
  const items = offices.map(
    ({ title, report, from, until, isFormer }) =>
      html`<li><a href="${links.report(report, title)}" dir="auto">${title.quote}</a> <span class="meta">${isFormer && html`${words.former}; `}${from === undefined && until === undefined ? words.undatedOffice : html`${from !== undefined && html`${WORDS.lists.fromDay} ${renderDay(from)} `}${until !== undefined && html`${WORDS.lists.untilDay} ${renderDay(until)}`}`}</span></li>`,
  )
  return html`<section aria-labelledby="s-offices"><h2 id="s-offices">${words.offices}</h2>
${items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p class="note">${words.noOffices}</p>`}</section>`
}

const GROUPS: readonly (readonly [keyof typeof WORDS.person.groups, (act: Act) => boolean])[] = [
  ['forward', putsForward],
  ['against', (act) => act === 'denies' || act === 'rejects' || act === 'doubts'],
  ['silent', isSilent],
  ['mended', (act) => act === 'corrects' || act === 'retracts'],
]

/** The claims by what the person did to them; one that was put forward and later denied stands under both. */
function renderTaken(taken: readonly TakenClaim[], links: Links): Html {
  const groups = GROUPS.flatMap(([key, isOf]) => {
    const own = taken.flatMap(({ line, acts }) => {
      const fitting = acts.filter(({ act }) => isOf(act))
      return fitting.length > 0 ? [{ line, fitting }] : []
    })
    if (own.length === 0) return []
    const items = own.map(({ line, fitting }) => {
      const told = fitting.map(({ act, printed }, i) => html`${i > 0 ? '; ' : ''}${act} ${renderDay(printed)}`)
      return renderClaimItem(line, links, { more: html`<p class="change">${told}</p>`, list: key })
    })
    return [
      html`<h3>${WORDS.person.groups[key]} <span class="count">${own.length}</span></h3><ol class="items">${items}</ol>`,
    ]
  })
  return html`${groups}`
}

function renderSaid({ asked, said, next, names }: PersonView, links: Links): Html {
  const words = WORDS.person
  const acts = [{ words: WORDS.lists.any }, ...ACTS.map((value) => ({ value, words: value }))]
  return html`<section aria-labelledby="s-said"><h2 id="s-said">${words.said}</h2>
${renderChoices(words.act, 'act', acts, asked)}
${renderItems(
  said.map((one) => renderSaidItem(one, links, { names })),
  { empty: asked.query.act ? WORDS.lists.noneSo : words.noSaid, next, asked },
)}</section>`
}
