import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeldOffice } from '../model/claim.ts'
import { asId } from '../model/id.ts'
import { findState } from './find-state.ts'

const office = (quote: string): HeldOffice => ({
  title: { doc: asId('doc'), span: { start: 0, end: quote.length }, quote },
})

test('who heads a state acts for it; ministers, spokesmen and whoever was president once do not', () => {
  const stateOf = (quote: string, isFormer = false): string | undefined =>
    findState({ kind: 'person', offices: [{ ...office(quote), ...(isFormer && { isFormer }) }] })
  assert.equal(stateOf('Lindrian President'), 'lindrian')
  assert.equal(stateOf('president of Karsk'), 'karsk')
  assert.equal(stateOf('President'), undefined)
  assert.equal(stateOf('Lindrian foreign minister'), undefined)
  assert.equal(stateOf('spokesman of the Lindrian president'), undefined)
  assert.equal(stateOf('Lindrian President', true), undefined)
  assert.equal(findState({ kind: 'organisation', offices: [office('Lindrian President')] }), undefined)
})
