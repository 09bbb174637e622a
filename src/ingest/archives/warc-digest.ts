// Digests as WARC labels them: `sha1:` or `sha256:` and more, in hex, base32 or base64, since the standard names neither
// the algorithm nor the form.
import { createHash, type Hash } from 'node:crypto'

const ALGORITHMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    md5: 'md5',
    sha1: 'sha1',
    'sha-1': 'sha1',
    sha256: 'sha256',
    'sha-256': 'sha256',
    sha512: 'sha512',
  }),
)

/** A digest that bytes are held against. */
export interface Claimed {
  readonly hash: Hash
  readonly value: string
}

/** What a label claims, with a hash to feed; undefined where the algorithm is none that we know. */
export function openDigest(label: string | undefined): Claimed | undefined {
  const [, name = '', value = ''] = /^\s*([\w-]+):(\S+)\s*$/.exec(label ?? '') ?? []
  const algorithm = ALGORITHMS.get(name.toLowerCase())
  return algorithm ? { hash: createHash(algorithm), value } : undefined
}

/** True where what was fed has the digest. Ends the hash. */
export function isMet({ hash, value }: Claimed): boolean {
  const digest = hash.digest()
  if (value.toLowerCase() === digest.toString('hex')) return true
  if (value.replace(/=+$/, '').toUpperCase() === base32(digest)) return true
  return (
    value.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '') === digest.toString('base64').replace(/=+$/, '')
  )
}

/** True where the label claims nothing that can be tried, or where one of the forms of a payload meets it. */
export function isPayloadOf(label: string | undefined, forms: readonly Uint8Array[]): boolean {
  return forms.some((bytes) => {
    const claimed = openDigest(label)
    claimed?.hash.update(bytes)
    return !claimed || isMet(claimed)
  })
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text
}
