// Passwords are kept as argon2id makes them, 19 MiB and two passes, which OWASP's cheat sheet has as the least. It is done off
// the event loop, two at a time: more would not be quicker on two cores, and each takes its memory.
import { argon2, timingSafeEqual } from 'node:crypto'
import { ReadoutError } from '../../model/errors.ts'
import { makeSalt } from './secrets.ts'

const MEMORY = 19 * 1024 // KiB
const PASSES = 2
const LENGTH = 32 // bytes
const AT_ONCE = 2
const MOST_WAITING = 64 // some four seconds of work; who comes after these is asked to come again

/** A hash as text in the PHC format, with all that is needed to try a password against it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = makeSalt()
  const tag = await inTurn(() => run(password, { salt, memory: MEMORY, passes: PASSES, length: LENGTH }))
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${plain(salt)}$${plain(tag)}`
}

/** True where the hash is of this password. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash)
  if (!parts) return false
  const [, memory, passes, salt = '', tag = ''] = parts
  const wanted = Buffer.from(tag, 'base64')
  const terms = { salt: Buffer.from(salt, 'base64'), memory: Number(memory), passes: Number(passes) }
  const found = await inTurn(() => run(password, { ...terms, length: wanted.length }))
  return timingSafeEqual(found, wanted)
}

/**
 * A hash that no password is known for. Who signs in under an unknown name is tried against it, so that the time of the answer
 * does not tell whether there is such a name.
 */
export const NOBODYS = `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${plain(Buffer.alloc(16))}$${plain(Buffer.alloc(LENGTH))}`

interface Terms {
  readonly salt: Buffer
  readonly memory: number
  readonly passes: number
  readonly length: number
}

function run(password: string, { salt, memory, passes, length }: Terms): Promise<Buffer> {
  const parameters = { message: password, nonce: salt, parallelism: 1, tagLength: length, memory, passes }
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new ReadoutError('TOO_MANY_REQUESTS', 'too many people sign in just now; try again in a few seconds')
    }
    await new Promise<void>((resolve) => waiting.push(resolve)) // the turn is handed over, so `running` stays
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
