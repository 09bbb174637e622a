// The feed of a claim: who put it forward, confirmed or denied it, would not speak of it, and where it stood then. And that of a
// story: its reports, and what becomes of its claims.

import type { Digest, Id, Instant } from '../../model/id.ts'
import type { ReportLine } from '../../model/listing.ts'
import { oneLine } from '../../model/one-line.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { capital } from '../origin-words.ts'
import { doneWords, type ToldStep, whoWords } from '../told-step.ts'
import { type Feed, type FeedEntry, lastingId } from './feed.ts'

const words = WORDS.formats

/** A claim with its timeline. */
export interface ToldClaim {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly page: string // its address
  readonly steps: readonly FeedStep[]
}

/** A step, when the desk had its report, and the address of its words. */
export interface FeedStep extends ToldStep {
  readonly came: Instant
  readonly address: string
}

export interface FeedPlaces {
  readonly page: string
  readonly addresses: Feed['addresses']
}

export interface FeedMade {
  readonly desk: Digest // what tells this desk from others, for ids
  readonly made: Instant // for a feed without any entry
}

/** The feed of a claim. Of what outlets only passed on, nothing is told: that changes nothing. */
export function makeClaimFeed(told: ToldClaim, places: FeedPlaces, { desk, made }: FeedMade): Feed {
  const entries = newestFirst(nameChanges(changesOf(told), desk))
  return {
    id: lastingId(desk, 'feed of claim', told.claim),
    title: words.claimFeed(oneLine(told.wording)),
    about: words.claimFeedAbout,
    ...places,
    updated: entries[0]?.updated ?? made,
    entries,
  }
}

/** A story with its latest reports and those of its claims that changed. */
export interface ToldStory {
  readonly story: Id<'story'>
  readonly title: string
  readonly reports: readonly (ReportLine & { readonly address: string })[]
  readonly claims: readonly ToldClaim[]
}

/** The feed of a story. */
export function makeStoryFeed(told: ToldStory, places: FeedPlaces, { desk, made }: FeedMade): Feed {
  const reports = told.reports.map((report) => asEntry(report, desk))
  // where a claim is put forward again its report is told of already
  const answered = told.claims.map((claim) => ({ ...claim, steps: claim.steps.filter(isAnswer) }))
  const changes = nameChanges(answered.flatMap(changesOf), desk)
  const entries = newestFirst([...reports, ...changes]).slice(0, MOST)
  return {
    id: lastingId(desk, 'feed of story', told.story),
    title: words.storyFeed(oneLine(told.title)),
    about: words.storyFeedAbout,
    ...places,
    updated: entries[0]?.updated ?? made,
    entries,
  }
}

const MOST = 100 // entries

// An entry without its id, and what that is made of.
type Change = Omit<FeedEntry, 'id'> & { readonly parts: readonly string[]; readonly wording: string }

// Ids of docs, claims and people change as the desk learns: what stays is the report's name, and who did what in which words of it. The
// claim's wording may change too, and is taken only where one saying bears on several claims.
function nameChanges(changes: readonly Change[], desk: Digest): FeedEntry[] {
  const alike = Map.groupBy(changes, ({ parts }) => JSON.stringify(parts))
  const seen = new Map<string, number>()
  return changes.map(({ parts, wording, ...entry }) => {
    const own = alike.get(JSON.stringify(parts))?.length === 1 ? parts : [...parts, wording]
    const before = seen.get(JSON.stringify(own)) ?? 0
    seen.set(JSON.stringify(own), before + 1)
    return { id: lastingId(desk, 'step', ...own, ...(before > 0 ? [String(before)] : [])), ...entry }
  })
}

function changesOf({ wording, page, steps }: ToldClaim): Change[] {
  return steps.filter(isChange).map((step): Change => {
    const done = `${capital(doneWords(step))} ${whoWords(step)}`
    const stands = step.before ? words.nowStands(step.standing, step.before) : words.stands(step.standing)
    const where = words.inOutlet(
      step.outlet ?? words.outletUnknown,
      step.published ? dayWords(step.published) : words.isUndated,
    )
    const quote = oneLine(step.evidence.quote)
    return {
      parts: [step.doc, step.act, quote, step.who.join('; ')],
      wording: oneLine(wording),
      title: `${oneLine(done)}: “${shorten(oneLine(wording))}”; ${stands}`,
      page: step.address,
      summary: `${words.onClaim(oneLine(wording))} ${oneLine(done)}: “${quote}” (${where}); ${stands}.`,
      html: draw({ wording, page, done, quote, where, stands, address: step.address }).toString(),
      ...(step.published !== undefined && { published: step.published }),
      updated: step.published ?? step.came,
    }
  })
}

interface Drawn {
  readonly wording: string
  readonly page: string
  readonly done: string
  readonly quote: string
  readonly where: string
  readonly stands: string
  readonly address: string
}

function draw({ wording, page, done, quote, where, stands, address }: Drawn): Html {
  return html`<p><strong dir="auto">${link(page, wording)}</strong></p>
<p>${done}; ${stands}.</p>
<blockquote dir="auto">${quote}</blockquote>
<p>${link(address, where)}</p>`
}

// "passed on by Harbour Post" leaves the claim where it was.
function isChange(step: ToldStep): boolean {
  return step.isPutForward || isAnswer(step)
}

function isAnswer({ act, before }: ToldStep): boolean {
  return before !== undefined || (act !== 'asserts' && act !== 'announces')
}

function asEntry(
  { name, title, outlet, published, firstAt, address }: ToldStory['reports'][number],
  desk: Digest,
): FeedEntry {
  const where = words.inOutlet(outlet ?? words.outletUnknown, published ? dayWords(published) : words.isUndated)
  return {
    id: lastingId(desk, 'report', name),
    title: oneLine(title ?? name),
    page: address,
    summary: where,
    ...(published !== undefined && { published }),
    updated: published ?? firstAt,
  }
}

function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1))
}

const LONGEST = 90 // characters of a claim in a title

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`
}
