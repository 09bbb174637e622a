// The lists as they are written, on small values: words of reports cannot break out, an empty list says why, filters keep one
// another, and each item can be walked to and opened.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../../model/account.ts'
import { asId } from '../../model/id.ts'
import type { ClaimLine, PersonLine, ReportLine, SaidLine, StoryListLine } from '../../model/listing.ts'
import { serverLinks as links } from '../links.ts'
import type { Shell } from '../page.ts'
import { addressOf } from './address.ts'
import { renderLedgerPage } from './ledger.ts'
import { renderPeople } from './people.ts'
import { type PersonView, renderPerson } from './person.ts'
import { renderReports } from './reports.ts'
import { renderSettings, type SettingsView } from './settings.ts'
import { renderSources } from './sources.ts'
import { renderStories } from './stories.ts'
import { renderStory } from './story.ts'
import { renderToday, type TodayView } from './today.ts'

const EVIL = '<script>alert(1)</script>"\'&'

const claim: ClaimLine = {
  claim: asId<'claim'>('c1'),
  wording: EVIL,
  standing: 'contested',
  standingBefore: 'reported',
  standingSince: '2031-03-05T00:00:00.000Z',
  firstPrinted: '2031-03-04T00:00:00.000Z',
  reports: 3,
  atLeast: 1,
  atMost: 2,
  unknown: 0,
  denied: 1,
  declined: 2,
  confirmed: 0,
  altered: 1,
}

const report: ReportLine = {
  doc: asId<'doc'>('d1'),
  name: 'a/b "c"',
  first: 1,
  firstAt: '2031-03-05T08:00:00.000Z',
  title: EVIL,
  outlet: EVIL,
  published: '2031-03-04T00:00:00.000Z',
  language: 'ar',
  said: 4,
  isLater: true,
}

const story: StoryListLine = {
  story: asId<'story'>('s1'),
  title: EVIL,
  from: '2031-03-01T00:00:00.000Z',
  until: '2031-03-04T00:00:00.000Z',
  reports: 7,
  claims: 9,
}

const person: PersonLine = {
  entity: asId<'entity'>('e1'),
  kind: 'person',
  name: EVIL,
  office: EVIL,
  said: 5,
  reports: 2,
  lastPrinted: '2031-03-04T00:00:00.000Z',
}

const said: SaidLine = {
  doc: asId<'doc'>('d1'),
  name: 'a/b',
  attribution: asId<'attribution'>('d1.3'),
  who: [asId<'entity'>('e1')],
  source: EVIL,
  kind: 'official',
  act: 'denies',
  form: 'direct',
  outlet: EVIL,
  published: '2031-03-04T00:00:00.000Z',
  confidence: 0.815,
  words: EVIL,
  start: 12,
  end: 40,
  claims: [],
}

const shellOf = (role: Role): Shell => ({ viewer: { name: EVIL, role }, csrf: `t"${EVIL}`, isShared: false })
const asked = (path: string, query: Record<string, string> = {}) => ({ path, query })

const today: TodayView = {
  isEmpty: false,
  day: '2031-03-05',
  realDay: '2031-03-09',
  since: '2031-03-04T00:00:00.000Z',
  isByArrival: false,
  now: '2031-03-09T10:00:00.000Z',
  cameIn: [{ story: story.story, title: EVIL, items: [report], more: 3 }],
  reports: 4,
  hasMore: false,
  outlets: [{ outlet: EVIL, reports: 4 }, { reports: 1 }],
  late: { reports: 2, hasMore: false },
  moved: [{ line: claim, by: [EVIL] }],
  hasMoreMoved: false,
  silentStories: { items: [story], hasMore: true },
  silentSources: [{ id: asId<'source'>('q1'), title: EVIL, latest: '2031-03-01T10:00:00.000Z', usualGapMs: 7_200_000 }],
  oneOrigin: { items: [claim], hasMore: true },
  week: '2031-W10',
}

const personView: PersonView = {
  line: person,
  aliases: [EVIL],
  offices: [{ title: { doc: report.doc, span: { start: 1, end: 5 }, quote: EVIL }, report: 'a/b', isFormer: true }],
  claims: { items: [{ line: claim, acts: [{ act: 'denies', printed: '2031-03-05T00:00:00.000Z' }] }], hasMore: true },
  stories: [story],
  asked: asked('/person/e1'),
  said: [said],
  next: 'n',
  names: new Map([['e1', EVIL]]),
}

const source = {
  source: {
    id: asId<'source'>('q1'),
    url: 'https://courier.example/feed?a=1&b="2"',
    kind: 'feed',
    state: 'followed',
    title: EVIL,
    outlet: EVIL,
    folder: [EVIL],
  },
  health: {
    asked: '2031-03-05T10:12:00.000Z',
    fault: EVIL,
    due: '2031-03-05T11:12:00.000Z',
    items: 12,
    perDay: 1.5,
    usualGapMs: 5_400_000,
    latest: '2031-03-01T10:12:00.000Z',
    isSilent: true,
  },
} as const

const settings: SettingsView = {
  path: `/a/${EVIL}`,
  settings: [
    {
      name: 'contact',
      about: EVIL,
      value: EVIL,
      fallback: '""',
      from: 'settings.json',
      parts: [{ key: '', value: EVIL }],
      hint: EVIL,
    },
  ],
  refused: { name: 'contact', why: EVIL, typed: { value: EVIL } },
}

const none = { items: [], hasMore: false }

const PAGES: readonly (readonly [string, string])[] = [
  ['today', renderToday(today, links, shellOf('admin'))],
  ['stories', renderStories({ asked: asked('/stories'), items: [story], total: 1 }, links, shellOf('admin'))],
  [
    'story',
    renderStory(
      {
        line: story,
        claims: { items: [claim], hasMore: true },
        reports: { items: [report], hasMore: true },
        people: [{ entity: person.entity, name: EVIL, kind: 'person', said: 3 }],
        heard: 1000,
      },
      links,
      { shell: shellOf('admin') },
    ),
  ],
  [
    'ledger',
    renderLedgerPage(
      {
        asked: asked('/ledger', { order: 'changed', story: EVIL, since: EVIL }),
        items: [claim],
        next: EVIL,
        total: 1,
        storyTitle: EVIL,
      },
      links,
      shellOf('admin'),
    ),
  ],
  [
    'reports',
    renderReports(
      {
        asked: asked('/reports', { outlet: EVIL, after: EVIL }),
        items: [report],
        next: EVIL,
        total: 1,
        outlets: [EVIL],
      },
      links,
      shellOf('admin'),
    ),
  ],
  [
    'people',
    renderPeople({ asked: asked('/people', { begins: EVIL }), items: [person], total: 1 }, links, shellOf('admin')),
  ],
  ['person', renderPerson(personView, links, { shell: shellOf('admin') })],
  [
    'sources',
    renderSources(
      { asked: asked('/sources'), items: [source], total: 1, hasContact: false, told: [EVIL] },
      links,
      shellOf('admin'),
    ),
  ],
  ['settings', renderSettings(settings, links, shellOf('admin'))],
]

test('words of reports and of addresses stay words on every page', () => {
  for (const [name, page] of PAGES) {
    assert.match(page, /&lt;script&gt;alert\(1\)/, name)
    assert.doesNotMatch(page, /<script>|"'&(?!\w|#)/, name)
  }
})

test('each item has an id and one link that opens it', () => {
  for (const [name, page] of PAGES) {
    if (name === 'settings') continue
    const items = [...page.matchAll(/<li id="[^"]+" data-item>(.*?)<\/li>/gs)]
    assert.equal(items.length, page.split('data-item').length - 1, name)
    assert.ok(items.length > 0, name)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) < i),
      [],
      name,
    )
    for (const [item] of items) assert.equal(item.split('data-open').length, 2, `${name}: ${item}`)
  }
})

test('an empty list says why, and what to do', () => {
  const table: readonly (readonly [string, RegExp])[] = [
    [
      renderToday({ ...today, isEmpty: true, cameIn: [] }, links),
      /holds no report yet.*readout add.*href="\/sources"/s,
    ],
    [
      renderToday({ ...today, cameIn: [], moved: [], silentStories: none, silentSources: [], oneOrigin: none }, links),
      /Nothing came in.*No claim has changed its standing.*No story and no source fell silent/s,
    ],
    [renderStories({ asked: asked('/stories'), items: [], total: 0 }, links), /There is no story.*readout add/],
    [
      renderLedgerPage({ asked: asked('/ledger'), items: [], total: 0 }, links),
      /puts forward a claim yet.*readout add/,
    ],
    [
      renderLedgerPage({ asked: asked('/ledger', { standing: 'denied' }), items: [], total: 5 }, links),
      /Nothing on this desk is so. Lift/,
    ],
    [
      renderReports({ asked: asked('/reports'), items: [], total: 0, outlets: [] }, links),
      /holds no report.*readout add/,
    ],
    [renderPeople({ asked: asked('/people'), items: [], total: 0 }, links), /Nobody has said anything.*readout add/],
    [
      renderPerson({ ...personView, said: [], offices: [], claims: none, stories: [] }, links),
      /No report gives an office.*bears on a claim.*only speak of it/s,
    ],
    [
      renderSources({ asked: asked('/sources'), items: [], total: 0, hasContact: true }, links, shellOf('editor')),
      /No source is followed.*Follow one below/s,
    ],
    [
      renderSources({ asked: asked('/sources'), items: [], total: 0, hasContact: true }, links, shellOf('reader')),
      /No source is followed.*An editor may/s,
    ],
  ]
  for (const [page, why] of table) assert.match(page, why)
})

test('a filter keeps the others and begins the list anew', () => {
  const query = { standing: 'denied', order: 'reach', after: 'x', story: '' }
  assert.equal(addressOf('/ledger', query, { order: 'changed' }), '/ledger?standing=denied&order=changed')
  assert.equal(addressOf('/ledger', query, { standing: undefined, order: '' }), '/ledger')
  assert.equal(addressOf('/ledger', query, { after: 'ä/&' }), '/ledger?standing=denied&order=reach&after=%C3%A4%2F%26')
  const page = renderLedgerPage(
    {
      asked: asked('/ledger', { standing: 'denied', order: 'reach', since: '2031-03-01', after: 'x' }),
      items: [claim],
      next: 'y',
      total: 9,
    },
    links,
  )
  assert.match(page, /href="\/ledger\?standing=contested&amp;order=reach&amp;since=2031-03-01"/)
  assert.match(page, /rel="next" href="\/ledger\?standing=denied&amp;order=reach&amp;since=2031-03-01&amp;after=y"/)
  assert.match(page, /<input type="hidden" name="standing" value="denied">/)
  assert.match(page, /aria-current="true">denied</)
})

test('a desk of another time says which day it takes for today', () => {
  assert.match(
    renderToday(today, links),
    /<time datetime="2031-03-05">5 March 2031<\/time>.*by the clock it is 9 March 2031/s,
  )
  assert.doesNotMatch(renderToday({ ...today, realDay: '2031-03-05' }, links), /by the clock/)
})

test('forms are shown to those who may send them, and carry the token', () => {
  const draw = (role: Role) =>
    renderSources({ asked: asked('/sources'), items: [source], total: 1, hasContact: true }, links, shellOf(role))
  assert.doesNotMatch(draw('reviewer'), /<form class="actions"|f-address/)
  assert.match(
    draw('editor'),
    /<form class="actions" method="post" action="\/sources\/q1"><input type="hidden" name="_csrf" value="t&quot;/,
  )
  assert.doesNotMatch(renderSettings(settings, links, shellOf('editor')), /method="post"/)
  assert.match(renderSettings(settings, links, shellOf('admin')), /method="post".*aria-invalid="true"/s)
  assert.doesNotMatch(renderSettings(settings, links), /method="post"/)
})

test('a source says when it was had, what went wrong, when it is asked again, and since when it is silent', () => {
  const page = renderSources({ asked: asked('/sources'), items: [source], total: 1, hasContact: true }, links)
  assert.match(
    page,
    /never, though asked.*Last in vain.*Next try.*5 March 2031, 11:12 UTC.*12, 1.5 a day; usually one in 90 minutes.*Silent since.*1 March 2031, 10:12 UTC/s,
  )
})
