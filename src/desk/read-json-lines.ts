// JSON Lines as a stream: one value at a time, a broken line named and passed over, memory independent of the file.
// The form is that of jsonlines.org: UTF-8, one JSON value a line, empty lines skipped.
import { ReadoutError } from '../model/errors.ts'
import { type ByteLine, splitLines } from './split-lines.ts'

/** A line's value, or what is wrong with it. `where` is `FILE:7`. */
export type JsonLine = { readonly number: number; readonly where: string } & (
  | { readonly value: unknown }
  | { readonly error: ReadoutError }
)

const LINE_CAP = 20 * 1024 * 1024 // a report of 15 MiB with its line breaks and quotation marks escaped

/**
 * Every line that is not blank, in order. `name` is what the file is called in messages. Where the stream breaks off
 * after some lines, the last value is what went wrong, at the line it broke in; before any, it is thrown.
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  cap: number = LINE_CAP,
): AsyncGenerator<JsonLine> {
  let number = 0
  try {
    for await (const line of splitLines(chunks, cap)) {
      number = line.number
      const read = readLine(line, `${name}:${number}`, cap)
      if (read) yield read
    }
  } catch (error) {
    if (!(error instanceof ReadoutError) || number === 0) throw error
    const where = `${name}:${number + 1}`
    const message = `${error.message.replace(`${name}: `, `${where}: `)}; the lines before it are whole`
    yield { number: number + 1, where, error: new ReadoutError(error.code, message, { cause: error }) }
  }
}

function readLine(line: ByteLine, where: string, cap: number): JsonLine | undefined {
  const { number } = line
  const broken = (what: string): JsonLine => ({
    number,
    where,
    error: new ReadoutError('LINE_BROKEN', `${where}: ${what}`),
  })
  if ('overlong' in line) {
    const rest = line.isLast ? '; it has no end in sight, and what follows was not read' : ''
    return broken(
      `longer than ${Math.round(cap / 1024 / 1024)} MiB; one line holds one report of at most 15 MiB${rest}`,
    )
  }
  const text = decode(line.bytes)
  if (text === undefined) return broken('not UTF-8; JSON Lines are UTF-8, save the file as such')
  if (text.trim() === '') return undefined
  const value = parse(text)
  return value instanceof SyntaxError ? broken(`not JSON (${value.message})`) : { number, where, value }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // the caller names the line
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}
