// The rows of a table as a file: for each a line of JSON, a list of its values in the order of the columns. Bytes stand as
// {"bytes": n} and follow their line as they are, with a line feed after each; a whole number beyond 2^53 stands as {"integer": "n"}. So the
// text is read with any tool, and no byte of a capture is written otherwise than it came.
import type { Row } from '../statement.ts'

/** The rows as pieces of such a file. */
export function* writeRows(rows: readonly Row[], columns: readonly string[]): Generator<string | Uint8Array> {
  let text = ''
  for (const row of rows) {
    const blobs: Uint8Array[] = []
    const values = columns.map((column) => {
      const value = row[column]
      if (typeof value === 'bigint') return { integer: String(value) }
      if (!(value instanceof Uint8Array)) return value
      blobs.push(value)
      return { bytes: value.byteLength }
    })
    text += `${JSON.stringify(values)}\n`
    for (const blob of blobs) {
      if (text !== '') yield text
      yield blob
      text = '\n'
    }
  }
  if (text !== '') yield text
}

/** Reads such a file as it comes, some rows at a time. Throws a `RowBroken` where it is none from some row on. */
export async function* readRows(
  pieces: AsyncIterable<Uint8Array>,
  columns: readonly string[],
): AsyncGenerator<Row[], void, undefined> {
  const held = new Held(pieces)
  let number = 1
  let page: Row[] = []
  let size = 0
  try {
    for (;;) {
      const line = await held.line()
      if (line === undefined) break
      const row = await readRow(held, line, columns)
      page.push(row)
      size += line.byteLength + sizeOf(row)
      number += 1
      if (page.length < PAGE && size < PAGE_BYTES) continue
      yield page
      page = []
      size = 0
    }
  } catch (error) {
    if (page.length > 0) yield page
    throw new RowBroken(number, error)
  }
  if (page.length > 0) yield page
}

/** The file is cut or harmed: so far it could be read. */
export class RowBroken extends Error {
  readonly number: number

  constructor(number: number, cause: unknown) {
    super(`from row ${number} on it cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
    this.number = number
  }
}

const PAGE = 500
const PAGE_BYTES = 8 * 2 ** 20
const LINE_FEED = 10

async function readRow(held: Held, line: Uint8Array, columns: readonly string[]): Promise<Row> {
  const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line))
  if (!Array.isArray(values) || values.length !== columns.length) throw new Error(`it has not ${columns.length} values`)
  const row: Row = {}
  for (const [at, column] of columns.entries()) {
    const value: unknown = values[at]
    row[column] =
      typeof value === 'object' && value !== null ? (integerIn(value) ?? (await held.bytes(lengthIn(value)))) : value
  }
  return row
}

function integerIn(value: object): bigint | undefined {
  const { integer } = value as { integer?: unknown }
  return typeof integer === 'string' && /^-?\d{1,19}$/.test(integer) ? BigInt(integer) : undefined
}

function lengthIn(value: object): number {
  const { bytes } = value as { bytes?: unknown }
  if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0) return bytes
  throw new Error('it has a value that is neither text nor number nor bytes')
}

function sizeOf(row: Row): number {
  let size = 0
  for (const value of Object.values(row)) if (value instanceof Uint8Array) size += value.byteLength
  return size
}

// What came and is not read yet.
class Held {
  readonly #pieces: AsyncIterator<Uint8Array>
  #left: Uint8Array = new Uint8Array()
  #at = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** The next line, without its end; none: nothing is left. */
  async line(): Promise<Uint8Array | undefined> {
    let from = this.#at
    for (;;) {
      const end = this.#left.indexOf(LINE_FEED, from)
      if (end !== -1) {
        const line = this.#left.subarray(this.#at, end)
        this.#at = end + 1
        return line
      }
      const seen = this.#left.byteLength - this.#at
      if (await this.#more()) from = this.#at + seen
      else if (seen === 0) return undefined
      else throw new Error('it ends in the middle of a line')
    }
  }

  /** So many bytes and the line feed after them, as a copy of their own. */
  async bytes(length: number): Promise<Uint8Array> {
    for (let held = this.#left.byteLength - this.#at; held <= length; held = this.#left.byteLength - this.#at) {
      if (!(await this.#more(length + 1 - held))) throw new Error('it ends in the middle of its bytes')
    }
    const found = new Uint8Array(this.#left.subarray(this.#at, this.#at + length))
    this.#at += length
    if (this.#left[this.#at] !== LINE_FEED) throw new Error('its bytes do not end where they should')
    this.#at += 1
    return found
  }

  // At least as much again as is held, so that a long value is not copied at each piece.
  async #more(least = this.#left.byteLength - this.#at): Promise<boolean> {
    const joined = [this.#left.subarray(this.#at)]
    let came = 0
    do {
      const { done, value } = await this.#pieces.next()
      if (done) break
      joined.push(value)
      came += value.byteLength
    } while (came < least)
    if (came > 0) this.#left = Buffer.concat(joined)
    else this.#left = joined[0] ?? this.#left
    this.#at = 0
    return came > 0
  }
}
