// Accounts, sessions and tokens as `readout account` and `readout token` print them.
import type { Account, Session, Token } from '../model/account.ts'
import { safeLine } from './show-safely.ts'

/** "Ada Orme  admin, last signed in 2031-05-06 10:12 UTC" */
export function writeAccount({ name, role, state, seen }: Account): string {
  const told = seen === undefined ? 'never signed in' : `last signed in ${tellTime(seen)}`
  return safeLine(`${name}  ${role}${state === 'disabled' ? ', disabled' : ''}, ${told}`)
}

/** "since 2031-05-06 10:12 UTC, last used 2031-05-06 11:40 UTC, from 192.168.7.20" */
export function writeSession({ from, seen, address }: Session): string {
  return safeLine(`since ${tellTime(from)}, last used ${tellTime(seen)}, from ${address}`)
}

/** "3f9a77c1…  nightly export: Ada Orme may read, until 2031-08-04 10:12 UTC, never used" */
export function writeToken({ id, label, owner, scope, until, seen }: Token): string {
  const used = seen === undefined ? 'never used' : `last used ${tellTime(seen)}`
  return safeLine(`${id}  ${label}: ${owner} may ${scope}, until ${tellTime(until)}, ${used}`)
}

/** 2031-05-06T10:12:30.000Z -> 2031-05-06 10:12 UTC */
function tellTime(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}
