import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Gist, listGists } from './make-gist.ts'
import { makeStatement } from './make-statement.ts'

// who acts | what is done about it | on what terms
const CASES: readonly (readonly [text: string, agent: string, frame: Gist['frame'], terms: string])[] = [
  ['Karsk would not speak about a truce without Halvia', 'karsk', 'refuse', 'except halvia'],
  ['Karsk was not willing to talk if Halvia was not there', 'karsk', 'refuse', 'except halvia'],
  ['Karsk would hold no talks that excluded Halvia', 'karsk', 'refuse', 'except halvia'],
  ['Karsk would only sign if Halvia signed', 'karsk', 'refuse', 'except halvia'],
  ['Karsk was ready to talk if Halvia was there', 'karsk', 'offer', 'if halvia'],
  ['Karsk signalled that it was open to a truce', 'karsk', 'offer', ''],
  ['the port of Brissen was attacked by Karsk', 'karsk', 'done', ''],
  ['the parliament of Ostmere passed the bill', 'ostmere', 'done', ''],
  ['nine people died in Orlenne', '', 'done', ''],
  ['Ilse Marrow told Corvin Hale that Karsk had left', 'karsk', 'done', ''],
  ['Veldania has rejected a truce', 'veldania', 'refuse', ''],
  ['the truce was turned down by Veldania', 'veldania', 'refuse', ''],
  ['Halvia withdrew its offer', 'halvia', 'undo', ''],
  ['Halvia withdrew its troops', 'halvia', 'done', ''],
]

for (const [text, agent, frame, terms] of CASES) {
  test(`the gist of "${text}"`, () => {
    const [gist] = listGists(makeStatement(text, [], true))
    const { condition } = gist ?? {}
    const names = condition?.terms.filter(({ isName }) => isName).map(({ folded }) => folded) ?? []
    assert.equal(gist?.agent.map(({ folded }) => folded).join(' '), agent)
    assert.equal(gist?.frame, frame)
    assert.equal(condition ? [condition.kind, ...names].join(' ') : '', terms)
  })
}

test('each clause has its own gist, and takes who acts from the one before', () => {
  const text = 'Karsk was willing to talk about grain but would not speak about a truce without Halvia'
  const gists = listGists(makeStatement(text, [], true))
  assert.deepEqual(
    gists.map(({ frame, agent, matter }) => [frame, agent[0]?.folded, matter.at(-1)?.folded]),
    [
      ['offer', 'karsk', 'grain'],
      ['refuse', 'karsk', 'truce'],
    ],
  )
})
