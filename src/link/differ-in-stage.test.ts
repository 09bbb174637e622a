import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differInStage } from './differ-in-stage.ts'
import { makeStatement } from './make-statement.ts'

const differ = (a: string, b: string): string | undefined =>
  differInStage(makeStatement(a, [], true), makeStatement(b, [], true))

test('what is discussed is another claim than what was decided, and what is told twice is not', () => {
  const discussed = 'Ambassadors of the Orle Compact will on Wednesday discuss a ban on Karskan steel'
  const decided = 'The Orle Compact agreed on Wednesday to ban Karskan steel'
  assert.match(differ(discussed, decided) ?? '', /decision/)
  assert.match(differ(decided, discussed) ?? '', /decision/)
  assert.match(differ(discussed, 'to ban Karskan steel from January') ?? '', /decision/)
  assert.match(differ(discussed, 'The Orle Compact        on Wednesday to ban Karskan steel') ?? '', /decision/)
  assert.equal(differ(decided, 'The Compact has adopted a ban on Karskan steel'), undefined)
  assert.equal(differ(discussed, 'Envoys are to debate a ban on Karskan steel'), undefined)
})

test('a charge is another claim than a conviction, and a plan than the deed', () => {
  assert.match(differ('Hale is charged with arson', 'Hale was convicted of arson') ?? '', /charge/)
  assert.match(differ('Karsk is considering closing the mill', 'Karsk closed the mill') ?? '', /plan/)
})
