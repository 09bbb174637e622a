import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { changeSetting } from './change-setting.ts'
import { traceSettings } from './load-settings.ts'
import { openDesk } from './open-desk.ts'
import { listSettings } from './settings.ts'
import { settingsIn, variableOf } from './settings-of-environment.ts'
import { makeSettings } from './views/settings.ts'

function refused(environment: Record<string, string>): string {
  try {
    settingsIn(environment)
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'SETTINGS_BROKEN') return error.message
    throw error
  }
  return 'not refused'
}

test('each kind of setting is read from the text of a variable', () => {
  const found = settingsIn({
    READOUT_SETTING_CONTACT: 'ada@desk.example',
    READOUT_SETTING_HOST_GAP_SECONDS: '7.5',
    READOUT_SETTING_NETWORKS: '10.20.0.0/16, 192.168.7.0/24',
    READOUT_SETTING_PORTS: '80 443',
    READOUT_SETTING_ASK_AGAIN_MINUTES: '[60]',
    READOUT_SETTING_FEED_MINUTES: '{"least": 5}',
    READOUT_SETTING_PUBLIC_ADDRESS: 'https://desk.example',
    READOUT_DESK: '/srv/desk',
    PATH: '/bin',
  })
  assert.deepEqual(
    [...found].map(([name, { value }]) => [name, value]),
    [
      ['contact', 'ada@desk.example'],
      ['hostGapSeconds', 7.5],
      ['networks', ['10.20.0.0/16', '192.168.7.0/24']],
      ['ports', [80, 443]],
      ['askAgainMinutes', [60]],
      ['feedMinutes', { least: 5 }],
      ['publicAddress', 'https://desk.example'],
    ],
  )
})

test('a variable that sets nothing, or not so, is refused by its name', () => {
  assert.match(refused({ READOUT_SETTING_HOSTGAP: '5' }), /^READOUT_SETTING_HOSTGAP: there is no setting/)
  assert.match(refused({ READOUT_SETTING_HOST_GAP_SECONDS: 'soon' }), /^READOUT_SETTING_HOST_GAP_SECONDS: .*JSON/)
  assert.match(refused({ READOUT_SETTING_IN_FLIGHT: '900' }), /^READOUT_SETTING_IN_FLIGHT: .*64/)
  assert.match(refused({ READOUT_SETTING_PORTS: '80,x' }), /^READOUT_SETTING_PORTS: /)
  assert.equal(variableOf('mailPasswordFrom'), 'READOUT_SETTING_MAIL_PASSWORD_FROM')
})

test('the environment outranks the file, and each setting tells where it comes from', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-settings-'))
  t.after(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'settings.json'), '{"inFlight": 4, "hostGapSeconds": 20}')
  const outside = { READOUT_SETTING_HOST_GAP_SECONDS: '30', READOUT_SETTING_FEED_MINUTES: '{"least": 5}' }
  const { settings, origins } = await traceSettings(dir, outside)
  assert.equal(settings.inFlight, 4)
  assert.equal(settings.hostGapSeconds, 30)
  assert.deepEqual(settings.feedMinutes, { least: 5, most: 360 })
  assert.equal(settings.itemsAtOnce, 500)
  assert.deepEqual(Object.fromEntries(origins), {
    inFlight: 'settings.json',
    hostGapSeconds: 'READOUT_SETTING_HOST_GAP_SECONDS',
    feedMinutes: 'READOUT_SETTING_FEED_MINUTES',
  })
  assert.ok(listSettings(settings).every(({ about }) => about !== ''))
})

test('what the environment sets is not changed on the page, which says why', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-settings-'))
  const desk = await openDesk(dir)
  process.env.READOUT_SETTING_IN_FLIGHT = '4'
  t.after(async () => {
    delete process.env.READOUT_SETTING_IN_FLIGHT
    await desk.close()
    rmSync(dir, { recursive: true })
  })
  const typed = { isReset: false, typed: { value: '6' } }
  const why = await changeSetting(desk, { name: 'inFlight', was: '4', ...typed }, {})
  assert.match(why ?? '', /^READOUT_SETTING_IN_FLIGHT in the environment sets it/)
  assert.equal(await changeSetting(desk, { name: 'itemsAtOnce', was: '500', ...typed }, {}), undefined)
  const { settings } = await makeSettings(desk)
  const from = Object.fromEntries(settings.map((one) => [one.name, one.from]))
  assert.equal(from.inFlight, 'READOUT_SETTING_IN_FLIGHT')
  assert.equal(from.itemsAtOnce, 'settings.json')
  assert.equal(from.contact, undefined)
})
