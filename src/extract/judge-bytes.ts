// Whether bytes are text at all, and UTF-16 that does not say so. The intake and the decoder ask the same questions here,
// so that nothing is taken in which can never be read. Signatures: WHATWG MIME Sniffing Standard, sections 6 and 7.
const MAGIC: readonly (readonly [name: string, signature: string])[] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive (or an Office document)', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a RAR archive', 'Rar!'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['a gzip archive', '\x1f\x8b'],
  ['an old Office document', '\xd0\xcf\x11\xe0'],
  ['a SQLite database', 'SQLite format 3\0'],
  ['a program', '\x7fELF'],
]
const MOST_NULS = 0.02 // of the bytes; a stray one is dropped, as browsers do
const MOST_CONTROLS = 0.02 // of the bytes; prose holds none, a stray one in a scanned text is let pass
const LEAST_TEXT = 0.95 // of the characters; of any two bytes read as one, a third is no letter of any script

/** What the bytes are instead of text, such as "it is a PDF"; undefined where they can be decoded. */
export function findBinary(bytes: Uint8Array): string | undefined {
  const charset = markOf(bytes)
  if (charset === 'utf-8') return tooManyControls(bytes)
  if (charset) return isPlausibleUtf16(bytes.subarray(2), charset) ? undefined : 'it has the mark of UTF-16 and is none'
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const kind = MAGIC.find(([, signature]) => head.startsWith(signature))?.[0]
  if (kind) return `it is ${kind}`
  return findUtf16(bytes) ? undefined : tooManyControls(bytes)
}

/** The charset that a byte order mark names. */
export function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 without its mark: Western text has a NUL in nearly every second place, and hardly one in the others; that of
 * other alphabets has the byte of its script there.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  return findByNuls(bytes) ?? findByScript(bytes)
}

const LEAST_BYTES = 64
const SAMPLE = 65_536 // bytes: a script shows in them or not at all
const SCRIPT = 0.9 // of every second byte: letters of one script, with blanks and markup, have two or three high bytes
const VARIED = 0.6 // of the others at most: letters are many

function findByScript(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < LEAST_BYTES || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, SAMPLE)
  const [even, odd] = [shareOfThree(sample, 0), shareOfThree(sample, 1)]
  const charset =
    odd >= SCRIPT && even <= VARIED ? 'utf-16le' : even >= SCRIPT && odd <= VARIED ? 'utf-16be' : undefined
  if (!charset || (isUtf8(bytes) && !tooManyControls(bytes))) return undefined
  return isPlausibleUtf16(bytes, charset) ? charset : undefined
}

/** How many of every second byte are one of the three most frequent ones. */
function shareOfThree(bytes: Uint8Array, from: number): number {
  const counts = new Uint32Array(256)
  for (let at = from; at < bytes.length; at += 2) counts[bytes[at] ?? 0] = (counts[bytes[at] ?? 0] ?? 0) + 1
  const [a = 0, b = 0, c = 0] = counts.toSorted((one, other) => other - one)
  return ((a + b + c) * 2) / bytes.length
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function findByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (Math.max(even, odd) <= bytes.length / 4 || Math.min(even, odd) > bytes.length * MOST_NULS) return undefined
  const charset = odd > even ? 'utf-16le' : 'utf-16be'
  return isPlausibleUtf16(bytes, charset) ? charset : undefined
}

function tooManyControls(bytes: Uint8Array): string | undefined {
  let nuls = 0
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) nuls += 1
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  }
  if (nuls > bytes.length * MOST_NULS) return `${nuls} of its ${bytes.length} bytes are NUL`
  return controls > bytes.length * MOST_CONTROLS
    ? `${controls} of its ${bytes.length} bytes are control characters`
    : undefined
}

/** Units that are letters, and are not plain ASCII that somebody put a mark before. */
function isPlausibleUtf16(body: Uint8Array, charset: string): boolean {
  if (body.length > 0 && body.every((byte) => byte < 0x7f && byte >= 0x09)) return false
  const text = new TextDecoder(charset).decode(body.subarray(0, body.length - (body.length % 2))).replace(/\uFFFD$/, '')
  let strange = 0
  for (const _ of text.matchAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\s\p{Cf}]|\uFFFD/gu)) strange += 1
  return strange <= text.length * (1 - LEAST_TEXT)
}
