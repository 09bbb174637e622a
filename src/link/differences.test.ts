// What keeps two statements apart however many words they share: who does it to whom, when, where, and how sure it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import { foldBody } from './fold-name.ts'
import { judgeOneClaim } from './judge-one-claim.ts'
import { makeStatement } from './make-statement.ts'
import { nameSubject } from './name-mentions.ts'
import { nameOutlets } from './name-outlets.ts'
import { stemWord } from './stem-word.ts'

const isOne = (a: string, b: string, printed: readonly [string?, string?] = []): boolean => {
  const [one, other] = [a, b].map((text, at) => {
    const day = printed[at]
    return { ...makeStatement(text), ...(day && { printed: `${day}T09:00:00.000Z` }) }
  })
  return one !== undefined && other !== undefined && judgeOneClaim(one, other).isOne
}

test('two who accuse each other say two things', () => {
  const belvar = 'Belvar shelled Zemlin villages near Mirna on Sunday'
  assert.equal(isOne(belvar, 'Zemlin shelled Belvar villages near Mirna on Sunday'), false)
  const mining = (one: string, other: string): string => `${one} accused ${other} of mining the border road at Mirna`
  assert.equal(isOne(mining('Belvar', 'Zemlin'), mining('Zemlin', 'Belvar')), false)
  const shot = (one: string, other: string): string => `${one} border guards shot three ${other} soldiers at Mirna`
  assert.equal(isOne(shot('Belvar', 'Zemlin'), shot('Zemlin', 'Belvar')), false)
  assert.equal(
    isOne(
      'Belvar attacked the Zemlin convoy at the bridge',
      'Zemlin convoy was attacked by the Belvar army at the bridge',
    ),
    true,
  )
  assert.equal(isOne(belvar, 'Belvar shelled the Zemlin villages near Mirna on Sunday'), true)
  assert.equal(
    isOne(
      'Belvar signed the border accord with Zemlin in Brenn',
      'Zemlin signed the border accord with Belvar in Brenn',
    ),
    true,
  )
  assert.equal(
    isOne('Belvar attacked the Zemlin convoy at the bridge', 'The Zemlin convoy was attacked by Belvar at the bridge'),
    true,
  )
})

test('a denial of what the other is accused of denies nothing else', () => {
  const accused = makeStatement('Belvar shelled Zemlin villages near Mirna on Sunday')
  const it = { start: 5, end: 7, key: 'z', of: 'zemlin' }
  const denied = makeStatement('that it had shelled Belvar villages near Mirna', [it])
  assert.equal(judgeOneClaim(accused, denied, { ease: 0, isDenial: true }).isOne, false)
})

test('another place is another meeting', () => {
  const meet = (place: string): string => `Envoys of Belvar and Zemlin will meet in ${place} on May 9`
  assert.equal(isOne(meet('Brenn'), meet('Halm')), false)
  assert.equal(isOne(meet('Brenn'), meet('Brenn')), true)
  assert.equal(isOne(meet('South Lebask'), meet('Lebask')), true)
})

test('a weekday is told from the day of the report', () => {
  const struck = 'Zemlin struck the Osse bridge on Tuesday'
  assert.equal(isOne(struck, struck, ['2032-05-05', '2032-05-12']), false)
  assert.equal(isOne(struck, struck, ['2032-05-05', '2032-05-07']), true)
  assert.equal(isOne(struck, struck), true)
  const shelled = 'Zemlin shelled the power station at Mirna overnight'
  assert.equal(isOne(shelled, shelled, ['2032-05-04', '2032-05-18']), false)
  const visit = 'The president of Belvar will visit Mirov next week'
  assert.equal(isOne(visit, visit, ['2032-05-03', '2032-05-20']), false)
  const sign = 'Belvar and Zemlin will sign the water accord on Friday, June 11'
  assert.equal(isOne(sign, sign, ['2032-05-30', '2032-06-09']), true)
  assert.equal(isOne(struck, 'Zemlin struck the Osse bridge last Tuesday', ['2032-05-05', '2032-05-12']), true)
})

test('what may be, what should be and what is supposed is not what is', () => {
  const shut = 'Zemlin hackers shut down the Mirna power plant'
  assert.equal(isOne(shut, 'Zemlin hackers may have shut down the Mirna power plant'), false)
  assert.equal(isOne('Belvar will send its troops to Mirov', 'Belvar should send its troops to Mirov'), false)
  assert.equal(isOne('Zemlin poisoned the wells at Mirna', 'If Zemlin poisoned the wells at Mirna, it must pay'), false)
})

test('a town is not the newspaper that is called after it', () => {
  const { nameOf } = nameOutlets(['Zemlin Courier', 'Radio Zemlin', 'Meridian News Agency', 'Calvermoor Post'])
  assert.equal(nameOf('Zemlin'), 'Zemlin')
  assert.equal(nameOf('Meridian'), 'Meridian News Agency')
  assert.equal(nameOf('the Post'), 'Calvermoor Post')
  const { nameOf: ofState } = nameOutlets(['Zemlin State News', 'Karsk Broadcasting Service'])
  assert.equal(ofState('Zemlin'), 'Zemlin')
  assert.equal(ofState('Karsk'), 'Karsk')
})

test('a ministry is one in whatever order its words stand', () => {
  for (const name of [
    'interior ministry of Zemlin',
    'Zemlin’s interior ministry',
    'the Zemlin Ministry of the Interior',
  ])
    assert.equal(foldBody(name), foldBody('Zemlin interior ministry'), name)
  assert.equal(foldBody('Zemlin Ministry of Foreign Affairs'), foldBody('foreign ministry of Zemlin'))
  assert.notEqual(foldBody('University of Zemlin'), foldBody('Zemlin University'))
})

test('a short verb has one stem in all its forms, and an endless word its own', () => {
  for (const [past, plain] of [
    ['fired', 'fire'],
    ['moved', 'move'],
    ['voting', 'vote'],
    ['named', 'name'],
    ['freed', 'free'],
    ['stopped', 'stop'],
    ['played', 'play'],
    ['fixed', 'fix'],
  ] as const)
    assert.equal(stemWord(past), stemWord(plain), past)
  const endless = 'a'.repeat(1_000_000)
  assert.equal(stemWord(endless), endless)
})

test('a charge is no conviction, and a plan no deed', () => {
  const of = (what: string): string => `Anton Lacosta, 38, was ${what} arson in the Oakford mill fire`
  assert.equal(isOne(of('charged with'), of('convicted of')), false)
  assert.equal(isOne(of('charged with'), 'Anton Lacosta is charged with arson in the Oakford mill fire'), true)
  assert.equal(
    isOne('the ministry is planning to close the Oakford mill', 'the ministry has closed the Oakford mill'),
    false,
  )
  assert.equal(
    isOne('Karsk is expected to close the Oakford mill in May', 'Karsk will close the Oakford mill in May'),
    true,
  )
})

test('what a speaker thinks is no crowd’s, and no other speaker’s', () => {
  const says = (speaker: string, text = 'he opposed the new bridge toll'): ReturnType<typeof makeStatement> =>
    makeStatement(text, nameSubject(text, { id: asId<'entity'>(speaker), kind: 'person', name: speaker }), true)
  const crowd = makeStatement('90 percent of residents opposed the new bridge toll', [], true)
  assert.equal(judgeOneClaim(says('Hale'), crowd).isOne, false)
  assert.equal(judgeOneClaim(says('Hale'), says('Marrow')).isOne, false)
  assert.equal(judgeOneClaim(says('Hale'), says('Hale')).isOne, true)
})

test('nothing less than a thing is that thing, and a full hour is written in two ways', () => {
  const stake = 'the future of the Varn valley is at stake'
  const judged = judgeOneClaim(makeStatement(stake), makeStatement(`Nothing less than ${stake}`))
  assert.equal(judged.isContrary, false)
  const at = (hour: string): string => `The gunman gave himself up in Oakford just after ${hour} p.m.`
  assert.equal(isOne(at('6'), at('6:00')), true)
  assert.equal(isOne(at('6'), at('7:00')), false)
})
