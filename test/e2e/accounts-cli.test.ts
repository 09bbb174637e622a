// Accounts and tokens at the command line: passwords come from standard input and show up nowhere, and a desk is served to others
// only to those who sign in.
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder, readout } from '../readout.ts'

const PASSWORD = 'a long stone wall'
const env = { READOUT_BY: 'Ada Orme' }

test('accounts are added, changed, listed and removed', async () => {
  const desk = join(makeFolder(), 'desk')
  const run = (args: readonly string[], input = '') => readout([...args, '--desk', desk], { input, env })
  const first = await run(['account', 'add', 'Ilse Marrow'], `${PASSWORD}\n`)
  assert.deepEqual([first.status, /--role admin/.test(first.err)], [2, true], 'the first has to be an admin')
  const added = await run(['account', 'add', 'Ilse Marrow', '--role', 'admin'], `${PASSWORD}\r\nmore lines\n`)
  assert.deepEqual([added.status, added.out], [0, 'added Ilse Marrow  admin, never signed in\n'])
  assert.equal((await run(['account', 'add', 'كورفن هيل', '--json'], PASSWORD)).status, 0)
  const none = await run(['account', 'add', 'Ben Tarn'])
  assert.deepEqual([none.status, /no password on standard input/.test(none.err)], [2, true])
  const short = await run(['account', 'password', 'ilse marrow'], 'stone')
  assert.deepEqual([short.status, /5 characters/.test(short.err), /stone\b/.test(short.err)], [2, true, false])
  assert.equal((await run(['account', 'password', 'ilse marrow'], 'another stone wall')).status, 0)
  assert.equal((await run(['account', 'set', 'كورفن هيل', '--role', 'editor'])).status, 0)
  const odd = await run(['account', 'set', 'Ilse Marrow', '--disable'])
  assert.deepEqual([odd.status, /nobody would be left/.test(odd.err)], [2, true])
  const listed = await run(['account', 'list'])
  assert.equal(listed.out, 'Ilse Marrow  admin, never signed in\nكورفن هيل  editor, never signed in\n')
  const made = await run([
    'token',
    'add',
    'كورفن هيل',
    '--label',
    'nightly export',
    '--scope',
    'edit',
    '--days',
    '7',
    '--json',
  ])
  const { id, secret, scope } = JSON.parse(made.out)
  assert.deepEqual([scope, /^readout_[\w-]{43}$/.test(secret)], ['edit', true])
  assert.equal((await run(['token', 'add', 'كورفن هيل', '--label', 'x', '--scope', 'admin'])).status, 2)
  const tokens = await run(['token', 'list'])
  assert.match(tokens.out, /nightly export: كورفن هيل may edit, until /)
  assert.ok(!tokens.out.includes(secret))
  assert.equal((await run(['token', 'remove', id.slice(0, 8)])).status, 0)
  assert.match((await run(['token', 'list'])).out, /no tokens/)
  assert.match((await run(['account', 'sessions', 'Ilse Marrow', '--end'])).out, /ended 0 sessions/)
  assert.equal((await run(['account', 'remove', 'كورفن هيل'])).status, 0)
  assert.match((await run(['account', 'remove', 'Ilse Marrow'])).out, /served to whoever sits at this machine/)
  if (process.platform !== 'win32') assert.equal(statSync(join(desk, 'state.db')).mode & 0o007, 0)
})

test('without an account a desk is not served to others, and the refusal names the cure', async () => {
  const desk = join(makeFolder(), 'desk')
  const refused = await readout(['serve', '--host', '0.0.0.0', '--port', '0', '--desk', desk], { env })
  assert.equal(refused.status, 2)
  assert.match(refused.err, /there is no desk here/)
  await readout(['account', 'add', 'Ilse', '--role', 'admin', '--desk', desk], { input: PASSWORD, env })
  await readout(['account', 'remove', 'Ilse', '--desk', desk], { env })
  const again = await readout(['serve', '--host', '0.0.0.0', '--port', '0', '--desk', desk], { env })
  assert.equal(again.status, 2)
  assert.match(again.err, /readout account add NAME --role admin/)
})
