// Names and passwords of any script. Both are brought into one form first, as RFC 8265 says, so that the same letters typed on
// another keyboard are the same name. Lengths are counted in bytes, and nothing is ever cut.
import { ReadoutError } from '../../model/errors.ts'

const LONGEST_NAME = 200 // bytes of UTF-8: some 60 characters of the scripts that need most
const SHORTEST_PASSWORD = 12 // characters; NIST SP 800-63B asks for 8 at the least, and for 15 where nothing else guards
const LONGEST_PASSWORD = 1024 // bytes

/** A name as it is shown, and in the form in which it is compared. Throws ACCOUNT_REFUSED, saying why. */
export function parseName(text: string): { name: string; sign: string } {
  const name = plainOf(text).replace(/ +/g, ' ').trim()
  const why = !name.isWellFormed()
    ? 'it holds half a character'
    : name === ''
      ? 'it is empty'
      : bytesOf(name) > LONGEST_NAME
        ? `it has ${bytesOf(name)} bytes, and ${LONGEST_NAME} is the most`
        : HIDDEN.test(name)
          ? 'it holds characters that cannot be seen, or that turn the direction of the text'
          : undefined
  if (why === undefined) return { name, sign: signOf(name) }
  throw new ReadoutError(
    'ACCOUNT_REFUSED',
    `${JSON.stringify(text.slice(0, 40))} cannot be a name: ${why}; choose another`,
  )
}

// Joiners are let in: names in Persian and in the scripts of India need them.
const HIDDEN = /[\p{Cc}\p{Cn}\p{Co}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u

/** The form in which names are compared: "ILSE Marrow" and "Ilse  Marrow" are one. */
export function signOf(text: string): string {
  return plainOf(text).normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ +/g, ' ').trim()
}

/** A new password in the form that is hashed. Throws ACCOUNT_REFUSED, saying why, and never shows it. */
export function parsePassword(text: string, { sign }: { readonly sign: string }): string {
  const password = passwordOf(text)
  const why = !password.isWellFormed()
    ? 'it holds half a character'
    : [...password].length < SHORTEST_PASSWORD
      ? `it has ${[...password].length} characters, and ${SHORTEST_PASSWORD} is the least`
      : isTooLong(password)
        ? `it has ${bytesOf(password)} bytes, and ${LONGEST_PASSWORD} is the most`
        : signOf(password) === sign || new Set(password).size < 4
          ? 'it is the name, or hardly more than one character again and again'
          : undefined
  if (why === undefined) return password
  throw new ReadoutError(
    'ACCOUNT_REFUSED',
    `this password cannot be used: ${why}; choose another, such as a few words in a row`,
  )
}

/** A password as typed in the form that is hashed. */
export function passwordOf(text: string): string {
  return plainOf(text)
}

/** True for a password that nobody can have: hashing it would be work for nothing. */
export function isTooLong(password: string): boolean {
  return bytesOf(password) > LONGEST_PASSWORD
}

// OpaqueString of RFC 8265: composed, and every kind of space is the plain one
function plainOf(text: string): string {
  return text.replace(/\p{Zs}/gu, ' ').normalize('NFC')
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}
