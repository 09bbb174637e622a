// The judge finds nothing against a program that behaves, and each planted breach.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Access } from './access-log.ts'
import type { Holding } from './judge-holdings.ts'
import { judgeStand, tellVerdict } from './judge-stand.ts'
import { makeStand } from './make-stand.ts'
import { DAY, HOUR, type Host, type Page, type Stand } from './stand.ts'
import { VICE_NAMES, type Vice } from './vices.ts'

const whole = makeStand({ seed: 3, hosts: VICE_NAMES.length + 10, pages: 900, days: 2 })
const good = whole.hosts.find(({ vice, robots }) => !vice && robots === 'partly') as Host
const page = good.pages.find(
  ({ isClosed, moved, gone, versions }) => !isClosed && !moved && !gone && versions[0] < whole.epoch + DAY,
) as Page
const stand: Stand = { ...whole, hosts: [{ ...good, pages: [page] }] }
const AGENT = 'Readout/1'
const START = page.versions[0] + HOUR

const options = {
  userAgent: AGENT,
  slack: 100,
  port: 80,
  end: stand.epoch + stand.span,
  grace: HOUR,
  visits: [],
  reached: ['127.0.0.2'],
  allowed: ['127.0.0.2'],
  repeat: { page: HOUR },
}

function access(path: string, began: number, more: Partial<Access> = {}): Access {
  const asked = path === '/robots.txt' ? 'robots' : path === good.feed.path ? 'feed' : 'page'
  const given = { host: good.name, path, asked, method: 'GET', headers: { 'user-agent': AGENT }, status: 200 } as const
  return { ...given, began, ended: began + 50, isWhole: true, ...more }
}

const heldAt = (path: string, at: number): Holding => ({
  what: 'page',
  at,
  last: good.name + path,
  host: good.name,
  path,
  outcome: 'answered',
  status: 200,
  digest: 'aa',
  report: '1',
})

const visits = [
  access('/robots.txt', START),
  access(good.feed.path, START + 6000),
  access(page.path, START + 12_000, { version: 0, digest: 'aa' }),
]
const held = heldAt(page.path, START + 12_060)

const judged = (log: readonly Access[], holdings: readonly Holding[] = [held], more = {}, on = stand): string[] => [
  ...judgeStand(on, log, holdings, { ...options, ...more }).faults,
]

test('nothing is found against a program that behaves', () => {
  assert.deepEqual(judged(visits), [])
  assert.match(tellVerdict(judgeStand(stand, visits, [held], options))[0] ?? '', /3 requests; 1 of 1 pages had/)
})

test('breaches of manners are found', () => {
  const later = START + 2 * HOUR
  const secret = { 'user-agent': AGENT, cookie: 'reader=1' }
  const breaches: [RegExp, readonly Access[]][] = [
    [/1\.0 s after .*, not 5\.0 s/, [...visits, access('/world/x', START + 13_000)]],
    [
      /was asked for while/,
      [
        ...visits.slice(0, 2),
        access('/world/x', START + 11_500, { ended: START + 20_000 }),
        access(page.path, START + 17_000),
      ],
    ],
    [/before robots\.txt/, visits.slice(1)],
    [/which robots\.txt forbids/, [...visits, access('/closed/x', later)]],
    [/by a robots\.txt of/, [...visits, access(page.path, START + 2 * DAY)]],
    [
      /too early after 429/,
      [...visits, access('/world/x', later, { status: 429, retryAfter: '600' }), access('/world/y', later + 300_000)],
    ],
    [
      /too early after 429/,
      [...visits, access('/world/x', later, { status: 503 }), access('/world/y', later + 20_000)],
    ],
    [/asked for with POST/, [...visits, access('/world/x', later, { method: 'POST' })]],
    [/asked for as curl/, [...visits, access('/world/x', later, { headers: { 'user-agent': 'curl' } })]],
    [/the request has cookie/, [...visits, access('/world/x', later, { headers: secret })]],
    [
      /asked for again after 30\.0 min/,
      [...visits, access(page.path, START + 12_050 + HOUR / 2, { version: 0, digest: 'aa' })],
    ],
    [/no host of the newsstand/, [...visits, access('/world/x', later, { host: 'elsewhere.example' })]],
  ]
  for (const [fault, log] of breaches) {
    const faults = judged(log)
    assert.ok(
      faults.some((each) => fault.test(each)),
      `${fault}: ${faults.join('; ') || 'nothing found'}`,
    )
  }
})

test('breaches of what is held are found', () => {
  assert.match(judged(visits, []).join('; '), /is not held; .*: not had/)
  assert.match(judged(visits, [held, { ...held, report: '2' }]).join('; '), /is two reports/)
  assert.match(judged(visits, [held, { ...held, digest: 'bb' }]).join('; '), /never sent/)
  assert.match(judged(visits, [held], { visits: ['127.0.0.1'] }).join('; '), /a canary was reached: 127\.0\.0\.1/)
  assert.match(judged(visits, [held], { reached: ['10.0.0.1'] }).join('; '), /a connection to 10\.0\.0\.1 was tried/)
})

test('what is struck has to come to what its vice allows, and a shut host is left alone', () => {
  const hostOf = (vice: Vice): Host => whole.hosts.find((host) => host.vice === vice) as Host
  const drips = hostOf('drip')
  const struck = drips.pages.find(({ isStruck }) => isStruck) as Page
  const holding: Holding = {
    what: 'page',
    at: START,
    last: drips.name + struck.path,
    host: drips.name,
    path: struck.path,
    outcome: 'failed FETCH_TIMEOUT',
  }
  const alone = (host: Host, one: Page): Stand => ({ ...whole, hosts: [{ ...host, pages: [one] }] })
  assert.deepEqual(judged([], [holding], {}, alone(drips, struck)), [])
  assert.match(judged([], [{ ...holding, outcome: 'answered' }], {}, alone(drips, struck)).join(), /struck by drip/)
  const shut = hostOf('robots-500')
  const log = [
    access('/robots.txt', START, { host: shut.name, status: 500 }),
    access('/world/x', START + HOUR, { host: shut.name }),
  ]
  assert.match(judged(log, [], {}, alone(shut, shut.pages[0] as Page)).join(), /though robots\.txt shuts the host/)
})

test('what a killed program had not kept it may ask for again, and nothing else', () => {
  const again = access(page.path, START + 60_000, { version: 0, digest: 'aa' })
  const log = [...visits, again]
  const afterwards = heldAt(page.path, START + 60_050)
  assert.match(judged(log, [held, afterwards]).join(), /asked for again/)
  assert.match(judged(log, [held, afterwards], { kills: [START + 20_000] }).join(), /asked for again/, 'it was kept')
  assert.match(judged(log, [afterwards]).join(), /nothing was kept of it/)
  assert.deepEqual(judged(log, [afterwards], { kills: [START + 12_040] }), [])
  const refused = access('/world/x', START + 2 * HOUR, { status: 429, retryAfter: '600' })
  const early = [...visits, refused, access('/world/y', refused.began + 300_000)]
  assert.match(judged(early, [held], { kills: [refused.began + 200_000] }).join(), /too early after 429/)
  assert.deepEqual(judged(early, [held], { kills: [refused.began + 40] }), [])
})
