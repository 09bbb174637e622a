// Settings that several write at once: the file is that of one of them, whole, and nothing is left beside it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readSettings, writeSettings } from './keep-settings.ts'

const dir = mkdtempSync(join(tmpdir(), 'readout-settings-'))
after(() => rmSync(dir, { recursive: true, force: true }))

test('of many who write at once each is told it did, and one of them stands', async () => {
  const contacts = Array.from({ length: 40 }, (_, nth) => `desk-${nth}@karsk.example`)
  await Promise.all(contacts.map((contact) => writeSettings(dir, { contact })))
  const { contact = '' } = await readSettings(dir)
  assert.ok(contacts.includes(contact), contact)
  assert.deepEqual(readdirSync(dir), ['settings.json'])
})

test('what a killed process left is dropped, and what one of another machine writes is not', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']) // it runs no more
  const parts = [`${hostname()} ${pid} a`, 'elsewhere 7 b'].map(
    (holder) => `settings.json.part.${encodeURIComponent(holder)}`,
  )
  for (const part of parts) writeFileSync(join(dir, part), '{"contact"')
  await writeSettings(dir, { contact: 'desk@karsk.example' })
  assert.deepEqual(readdirSync(dir).sort(), ['settings.json', parts[1]])
})
