// The entries of a feed keep their ids for good: a reader is shown a change once, whatever the desk learns of its claim.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cite } from '../../model/evidence.ts'
import { asId } from '../../model/id.ts'
import { makeSpan } from '../../model/span.ts'
import { makeExampleWeek } from '../example-week.test.ts'
import { type FeedStep, makeClaimFeed, makeStoryFeed, type ToldClaim } from './claim-feed.ts'

const places = { page: 'https://desk.example/x', addresses: { rss: 'r', atom: 'a', json: 'j' } }
const by = { desk: 'f'.repeat(64), made: '2031-03-04T09:00:00.000Z' }
const [first] = makeExampleWeek().docs
const evidence = first && cite(first.doc, makeSpan(first.doc.text, 0, 20))

function denialBy(who: string): FeedStep {
  assert.ok(evidence)
  return {
    who: [who],
    act: 'denies',
    isOwnVoice: false,
    isPutForward: false,
    via: [],
    doc: 'denial',
    published: '2031-03-06T12:00:00.000Z',
    evidence,
    standing: 'denied',
    came: '2031-03-06T13:00:00.000Z',
    address: 'https://desk.example/report/denial',
  }
}

function claimOf(id: string, wording: string, ...who: string[]): ToldClaim {
  return { claim: asId<'claim'>(id), wording, page: 'https://desk.example/c', steps: who.map(denialBy) }
}

const idsOf = (told: ToldClaim) => makeClaimFeed(told, places, by).entries.map(({ id }) => id)

test('an entry is the same when an earlier print gives its claim another id and wording', () => {
  const [id] = idsOf(claimOf('c1', 'Karsk offered a freeze', 'Oren Tal'))
  assert.ok(id)
  assert.deepEqual(idsOf(claimOf('c2', 'Karsk would freeze the line', 'Oren Tal')), [id])
})

test('two who say the same in one report are two entries, and so is one who answers two claims at once', () => {
  const two = idsOf(claimOf('c1', 'Karsk offered a freeze', 'Oren Tal', 'Ilse Marrow'))
  assert.equal(new Set(two).size, 2)
  const claims = [claimOf('c1', 'Karsk offered a freeze', 'Oren Tal'), claimOf('c2', 'Tessel is shut', 'Oren Tal')]
  const story = { story: asId<'story'>('s'), title: 'A freeze', reports: [] }
  const told = (own: ToldClaim[]) => makeStoryFeed({ ...story, claims: own }, places, by).entries.map(({ id }) => id)
  assert.equal(new Set(told(claims)).size, 2)
  assert.deepEqual(told(claims.toReversed()).toSorted(), told(claims).toSorted())
})
