// Accounts on a real desk: who is left to keep them, what signing in costs, what tokens may do, and what the audit log holds.
import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock, test } from 'node:test'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { openDesk } from '../open-desk.ts'
import { addAccount, endSessions, listAccounts, removeAccount, setAccount, setPassword } from './keep-accounts.ts'
import { addToken, listTokens, revokeToken } from './keep-tokens.ts'
import { keepAudited, listAudited } from './list-audited.ts'
import { openAccounts } from './open-accounts.ts'

const PASSWORD = 'a long stone wall'

async function withDesk(use: (desk: Desk, wait: (ms: number) => void) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'readout-accounts-'))
  let at = Date.parse('2031-05-06T10:00:00Z')
  const desk = await openDesk(dir, { now: () => new Date(at).toISOString() })
  try {
    await use(desk, (ms) => {
      at += ms
    })
  } finally {
    await desk.close()
    await rm(dir, { recursive: true })
  }
}

const refusal =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof ReadoutError && error.code === code

test('as long as there are accounts, somebody can keep them', () =>
  withDesk(async (desk) => {
    const add = (name: string, role: 'admin' | 'reader') => addAccount(desk, { name, password: PASSWORD, role }, {})
    await assert.rejects(add('Ilse', 'reader'), refusal('ACCOUNT_REFUSED'))
    assert.deepEqual(await listAccounts(desk), [])
    await add('Ilse', 'admin')
    await add('Corvin', 'reader')
    await assert.rejects(add('ILSE', 'reader'), refusal('ACCOUNT_REFUSED'))
    for (const change of [{ role: 'editor' }, { state: 'disabled' }] as const) {
      await assert.rejects(setAccount(desk, 'ilse', change, {}), refusal('ACCOUNT_REFUSED'))
    }
    await assert.rejects(removeAccount(desk, 'Ilse', {}), refusal('ACCOUNT_REFUSED'))
    assert.deepEqual(
      (await listAccounts(desk)).map(({ name, role, state }) => [name, role, state]),
      [
        ['Corvin', 'reader', 'active'],
        ['Ilse', 'admin', 'active'],
      ],
    )
    await setAccount(desk, 'Corvin', { role: 'admin' }, {})
    await removeAccount(desk, 'Ilse', {})
    await removeAccount(desk, 'Corvin', {})
    assert.equal(await (await openAccounts(desk, 'somebody')).isShared(), false)
    await assert.rejects(setPassword(desk, 'Ilse', { after: PASSWORD }, {}), refusal('ACCOUNT_UNKNOWN'))
  }))

test('an unknown name, a disabled account and a wrong password cost the same work', () =>
  withDesk(async (desk) => {
    await addAccount(desk, { name: 'Ilse', password: PASSWORD, role: 'admin' }, {})
    await addAccount(desk, { name: 'Corvin', password: PASSWORD, role: 'admin' }, {})
    await setAccount(desk, 'Corvin', { state: 'disabled' }, {})
    const accounts = await openAccounts(desk, 'somebody')
    const real = crypto.argon2
    const asked: unknown[] = []
    mock.method(crypto, 'argon2', (...args: Parameters<typeof crypto.argon2>) => {
      const [algorithm, { memory, passes, tagLength, parallelism }] = args
      asked.push({ algorithm, memory, passes, tagLength, parallelism })
      real(...args)
    })
    syncBuiltinESMExports()
    try {
      for (const [name, password] of [
        ['Ilse', 'another stone wall'],
        ['Corvin', PASSWORD],
        ['nobody known', PASSWORD],
      ] as const) {
        assert.equal(await accounts.signIn({ name, password, address: '192.0.2.7' }), undefined)
      }
    } finally {
      mock.restoreAll()
      syncBuiltinESMExports()
    }
    assert.equal(asked.length, 3)
    assert.deepEqual(asked, Array(3).fill(asked[0]))
  }))

test('a password that is changed while somebody signs in with the old one lets nobody in', () =>
  withDesk(async (desk) => {
    await addAccount(desk, { name: 'Ilse', password: PASSWORD, role: 'admin' }, {})
    const accounts = await openAccounts(desk, 'somebody')
    const signing = accounts.signIn({ name: 'Ilse', password: PASSWORD, address: '' })
    await (await desk.store.state()).transaction().execute(async (trx) => {
      await trx.updateTable('state.account').set({ password: 'changed meanwhile' }).execute()
    })
    assert.equal(await signing, undefined)
  }))

test('a token does what its scope and its account allow, until it is over', () =>
  withDesk(async (desk, wait) => {
    const admin = await addAccount(desk, { name: 'Ilse', password: PASSWORD, role: 'admin' }, {})
    const editor = await addAccount(desk, { name: 'Corvin', password: PASSWORD, role: 'editor' }, {})
    const accounts = await openAccounts(desk, 'somebody')
    const add = (scope: 'read' | 'edit' | 'admin', label = 'nightly', days = 30) =>
      addToken(desk, editor, { label, scope, days }, {})
    await assert.rejects(add('admin'), refusal('ACCOUNT_REFUSED'))
    await assert.rejects(add('read', '  '), refusal('ACCOUNT_REFUSED'))
    await assert.rejects(add('read', 'nightly', 367), refusal('ACCOUNT_REFUSED'))
    const { token, secret } = await add('edit')
    assert.equal((await accounts.byToken(secret))?.viewer.role, 'editor')
    await setAccount(desk, 'Corvin', { role: 'reader' }, {})
    assert.equal((await accounts.byToken(secret))?.viewer.role, 'reader')
    assert.equal((await listTokens(desk, editor.id))[0]?.seen, desk.now())
    await assert.rejects(revokeToken(desk, token.id, {}, admin.id), refusal('TOKEN_UNKNOWN'))
    await assert.rejects(revokeToken(desk, '', {}), refusal('TOKEN_UNKNOWN'))
    wait(31 * 24 * 3600 * 1000)
    assert.equal(await accounts.byToken(secret), undefined)
    const next = await add('read')
    await revokeToken(desk, next.token.id.slice(0, 8), {}, editor.id)
    assert.equal(await accounts.byToken(next.secret), undefined)
    const last = await add('read')
    await removeAccount(desk, 'Corvin', {})
    assert.equal(await accounts.byToken(last.secret), undefined)
    assert.deepEqual(await listTokens(desk), [])
  }))

test('the audit log tells who did what to whom, page by page, cannot be changed, and holds no secret', () =>
  withDesk(async (desk) => {
    const doer = { who: 'Ada Orme', address: '192.0.2.7' }
    const account = await addAccount(desk, { name: 'Ilse', password: PASSWORD, role: 'admin' }, doer)
    const accounts = await openAccounts(desk, 'somebody')
    const signed = await accounts.signIn({ name: 'Ilse', password: PASSWORD, address: '192.0.2.8' })
    await accounts.signIn({ name: 'my secret typed in the wrong field', password: 'x', address: '192.0.2.8' })
    await accounts.signIn({ name: 'ilse', password: 'wrong and secret', address: '192.0.2.8' })
    await accounts.signOut(signed?.token ?? '', '192.0.2.8')
    const { secret } = await addToken(desk, account, { label: 'nightly', scope: 'read', days: 1 }, doer)
    await endSessions(desk, 'Ilse', doer)
    await keepAudited(desk, { what: 'settings changed', detail: 'contact' }, doer)
    const told: unknown[] = []
    let after: string | undefined
    do {
      const { items, next } = await listAudited(desk, { limit: 3, ...(after !== undefined && { after }) })
      told.push(...items.map(({ what, who, whom, detail }) => [what, who, whom, detail]))
      after = next
    } while (after !== undefined)
    assert.deepEqual(told, [
      ['settings changed', 'Ada Orme', undefined, 'contact'],
      ['sessions ended', 'Ada Orme', 'Ilse', '0'],
      ['token added', 'Ada Orme', 'Ilse', 'nightly (read)'],
      ['signed out', 'Ilse', undefined, undefined],
      ['sign-in failed', 'Ilse', undefined, undefined],
      ['sign-in failed', undefined, undefined, undefined],
      ['signed in', 'Ilse', undefined, undefined],
      ['account added', 'Ada Orme', 'Ilse', 'admin'],
    ])
    await assert.rejects(listAudited(desk, { limit: 3, after: 'nonsense' }), refusal('CURSOR_UNKNOWN'))
    const state = await desk.store.state()
    await assert.rejects(state.updateTable('state.audit').set({ who: 'another' }).execute(), /only added to/)
    await assert.rejects(state.deleteFrom('state.audit').execute(), /only added to/)
    const files = readdirSync(desk.dir).map((name) => readFileSync(join(desk.dir, name)))
    for (const word of [PASSWORD, secret, signed?.token ?? '', 'wrong and secret', 'my secret typed']) {
      assert.ok(word !== '' && files.every((file) => !file.includes(word)), word)
    }
  }))
