import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDigest } from './is-digest.ts'

test('a round-up is known by its headline, and news is none', () => {
  for (const headline of [
    'The week in brief',
    'The Week Abroad: A date, a drone and three Fridays',
    'This week in Veldania',
    'Strait round-up: talks, a treaty and a toll',
    'Morning briefing: the dam, the vote',
    'World in brief',
  ]) {
    assert.ok(isDigest(headline), headline)
  }
  for (const headline of [
    'Talks to begin in the week after the vote',
    'Police round up strikers in Brissen',
    'Envoy walks out of White House briefing',
    'The week-long truce is over',
    'Weeks in hiding end for Marrow',
    'Day of mourning in Karsk',
  ]) {
    assert.ok(!isDigest(headline), headline)
  }
})
