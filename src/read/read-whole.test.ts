// What the whole reader, network and rules, makes of texts that a desk sees every day. All texts are our own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

test('a claim that nobody denied or confirmed is left open', async () => {
  const { shown } = await readWhole(
    "The rebels' political wing has not denied receiving help. Neither government has confirmed its existence.\nThe army did not rule out a strike. Ruel has always denied wrongdoing.",
  )
  assert.deepEqual(
    shown.map(({ cue, attribution: { act, silence } }) => [cue, act, silence]),
    [
      ['has not denied', 'declines to comment', 'left open'],
      ['has confirmed', 'declines to comment', 'left open'],
      ['did not rule out', 'asserts', undefined],
      ['has always denied', 'denies', undefined],
    ],
  )
})

test('the reasons for anonymity are not the source', async () => {
  const { shown } = await readWhole(
    'Ostravia will stay away, Minister Ilka Brandow told reporters in Vestmark on Tuesday.\nA senior diplomat familiar with the talks, who spoke on condition of anonymity because they were not authorised to brief the press, said the two sides were "closer than they let on."',
  )
  const source = shown.at(-1)?.source ?? ''
  assert.match(source, /^A senior diplomat familiar with the talks/)
  assert.doesNotMatch(source, /who$/)
})

test('what a paper reports of an aide is no part of what the aide said', async () => {
  const { shown } = await readWhole(
    'An aide to Voss later said the minister had been quoted out of context, the Morning Herald reported, citing a transcript of the interview.',
  )
  const aide = shown.find(({ cue }) => cue === 'later said')
  assert.equal(aide?.content, 'the minister had been quoted out of context')
  assert.deepEqual(aide?.via, ['Morning Herald'])
})

test('the truth and the time are told by nobody', async () => {
  const { shown } = await readWhole(
    'Lawmaker Bram Oyen had "serious doubts" that Colonel Vera Lindt was telling the truth when she said that the missiles were defensive. The clock tells the time in two zones.',
  )
  assert.deepEqual(
    shown.filter(({ cue }) => /tell/.test(cue)),
    [],
  )
})

test('in a turn of a transcript "I" is who has the turn', async () => {
  const { shown } = await readWhole(
    'QUESTION: Did they speak this morning?\nMS. ORREN: I can confirm that they spoke.\nQUESTION: About what?\nMS. ORREN: I have no comment on that.',
  )
  const own = shown.filter(({ source }) => source === 'I')
  assert.ok(own.length > 0)
  for (const { who, via } of own) assert.deepEqual([who, via], [['ORREN'], []])
})

test('another is somebody unnamed', async () => {
  const { shown } = await readWhole('One European diplomat was gloomy. Another said there was "no plan B".')
  const other = shown.find(({ source }) => source === 'Another')
  assert.equal(other?.kind, 'anonymous')
})

test('what a speaker was asked is told by nobody', async () => {
  const { shown } = await readWhole(
    'Edvin Lasker met reporters on Monday.\nAsked whether the government ruled out supplying arms in future, Lasker said it did not.',
  )
  assert.ok(shown.some(({ source, cue, via }) => source === 'Lasker' && cue === 'said' && via.length === 0))
  assert.deepEqual(
    shown.filter(({ cue }) => cue === 'ruled out'),
    [],
  )
})

test('whom an outlet cites is what it rests on, and no words of its own', async () => {
  const { shown } = await readWhole(
    'Meridian News Agency reported on Monday, citing two unnamed diplomats, that Karsk had offered a truce.',
  )
  assert.deepEqual(
    shown.map(({ content, attribution: { restsOn } }) => [content, restsOn?.kind]),
    [['that Karsk had offered a truce', 'anonymous']],
  )
})

test('two who did not answer are two, and a reason for silence is not what it is about', async () => {
  const { shown } = await readWhole(
    'Neither Ilse Marrow nor Corvin Hale responded to requests for comment.\nAnselm Roke declined to comment, citing the talks.',
  )
  assert.deepEqual(
    shown.slice(0, 2).map(({ who, content, attribution: { act } }) => [who, content, act]),
    [
      [['Ilse Marrow', 'Corvin Hale'], 'to requests for comment', 'did not respond'],
      [['Anselm Roke'], 'to comment', 'declines to comment'],
    ],
  )
})

test('whom an outlet quotes as saying it says it, through the outlet', async () => {
  const { shown } = await readWhole(
    'The Northern Courier quoted Envoy Ilse Marrow as saying that Veldania had wasted three weeks.\nCorvin Hale was quoted by the Northern Courier as denying that he had signed.\n“It takes two,” he was quoted as saying.\nThe Northern Courier quoted an unnamed official, who asked not to be named, as saying the dam would hold.',
  )
  assert.deepEqual(
    shown
      .filter(({ cue }) => /^as (?:saying|denying)$/.test(cue))
      .map(({ who, content, via, attribution: { act } }) => [who[0], act, content, via[0]]),
    [
      ['Ilse Marrow', 'asserts', 'that Veldania had wasted three weeks', 'Northern Courier'],
      ['Corvin Hale', 'denies', 'that he had signed', 'Northern Courier'],
      ['Corvin Hale', 'asserts', '“It takes two,”', 'Northern Courier'], // as in the sentence before
      ['official', 'asserts', 'the dam would hold', 'Northern Courier'],
    ],
  )
})
