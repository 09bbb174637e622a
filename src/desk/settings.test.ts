// What settings.json may hold, and how its slips are told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { DEFAULTS, parseSettings } from './settings.ts'

const refused = (text: string): string => {
  try {
    parseSettings(text, 'desk/settings.json')
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'SETTINGS_BROKEN') return error.message
    throw error
  }
  return ''
}

test('a file may begin with a byte order mark, and what it leaves out has its default', () => {
  assert.deepEqual(parseSettings('\uFEFF{}', 'desk/settings.json'), DEFAULTS)
})

test('each slip is told with the file, the place and what may stand there', () => {
  for (const [text, place] of [
    ['{"networks":["10.0.0.0/8","x"]}', /networks\.1: "x" is no range of addresses/],
    ['{"networks":["127.0.0.2/99"]}', /networks\.0: "127.0.0.2\/99" is no range/],
    ['{"feedMinutes":{"least":300,"most":15}}', /feedMinutes: least is more than most/],
    ['{"feedMinutes":{"least":600}}', /feedMinutes: least is more than most/],
    ['{"ports":[0]}', /ports\.0/],
    ['{"__proto__":{"ports":[22]}}', /__proto__/],
    ['[]', /the file: /],
    ['{', /no JSON/],
  ] as const) {
    assert.match(refused(text), place, text)
    assert.match(refused(text), /^desk\/settings\.json: /)
  }
})

test('the name of a watch holds nothing that nobody sees, and is not empty then', () => {
  const nameOf = (name: string) => {
    const text = JSON.stringify({ watches: [{ id: 'dam-talks', name }] })
    return parseSettings(text, 'desk/settings.json').watches[0]?.name
  }
  assert.equal(nameOf(' The \u202Edam\u0000 talks\u2028'), 'The dam talks')
  assert.match(refused(JSON.stringify({ watches: [{ id: 'dam-talks', name: '\u0000\u200B' }] })), /watches\.0\.name/)
})

test('only variables that are meant for it are sent to a mail server or a model', () => {
  for (const name of ['AWS_SECRET_ACCESS_KEY', 'READOUT_SESSION', 'PGPASSWORD', 'READOUT_SMOOTHING_KEY']) {
    assert.match(refused(JSON.stringify({ mailPasswordFrom: name })), /mailPasswordFrom: the name of a variable/)
  }
  assert.equal(refused('{"mailPasswordFrom":"READOUT_RELAY_PASSWORD"}'), '')
  for (const keyVariable of ['AWS_SECRET_ACCESS_KEY', 'READOUT_MAIL_PASSWORD']) {
    assert.match(refused(JSON.stringify({ smoothing: { keyVariable } })), /smoothing\.keyVariable/)
  }
})
