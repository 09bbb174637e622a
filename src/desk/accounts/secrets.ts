// door: random numbers
// What cannot be guessed: the tokens that browsers and programs hold, and the salt of a password.
import { randomBytes } from 'node:crypto'

/** 256 bits as text that goes into cookies and headers as it stands. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A short name for a thing of which there are few: an account, a session, a token. */
export function makeId(): string {
  return randomBytes(9).toString('hex')
}

/** The salt of one password. */
export function makeSalt(): Buffer {
  return randomBytes(16)
}
