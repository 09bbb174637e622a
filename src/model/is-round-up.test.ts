import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRoundUpHeadline } from './is-round-up.ts'

test('a round-up is known by its headline, and news is none', () => {
  for (const headline of [
    'The week in brief',
    'The Week Abroad: A date, a drone and three Fridays',
    'This week in Veldania',
    'Strait round-up: talks, a treaty and a toll',
    'Morning briefing: the dam, the vote',
    'World in brief',
    'The week in the Orle war: seven things to know',
    'Foreign news in brief',
    'Evening news digest',
    'The Week: talks, a treaty and a toll',
    'Five things to know today',
    'What the papers say',
  ]) {
    assert.ok(isRoundUpHeadline(headline), headline)
  }
  for (const headline of [
    'Talks to begin in the week after the vote',
    'Police round up strikers in Brissen',
    'Envoy walks out of White House briefing',
    'The week-long truce is over',
    'Weeks in hiding end for Marrow',
    'Day of mourning in Karsk',
    'Week in Karsk ends with no deal',
    'Day in court for Oskarde general',
    'Last week in office for Lindrian premier brings treaty',
    'Week ahead of talks, truce collapses',
    'The day that was to bring truce',
    'In brief call, leaders of Karsk and Lindria agree to truce',
    'Headlines claiming truce false, says ministry',
    'Police round-up of dockers leaves Karsk port empty',
    'Minister cancels daily briefing after leak of talks',
    'Ministry’s daily briefing: 12 drones shot down',
    'Treaty spends a year in review',
    'Morning Bulletin editor arrested in Karsk',
    'The month in Karsk when nobody spoke',
  ]) {
    assert.ok(!isRoundUpHeadline(headline), headline)
  }
})
