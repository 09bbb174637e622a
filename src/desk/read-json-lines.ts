// JSON Lines as a stream: one value at a time, a broken line named and passed over, memory independent of the file.
// The form is that of jsonlines.org: UTF-8, one JSON value a line, empty lines skipped.
import { ReadoutError } from '../model/errors.ts'
import { splitLines } from './split-lines.ts'

/** A line's value, or what is wrong with it. `where` is `FILE:7`. */
export type JsonLine = { readonly number: number; readonly where: string } & (
  | { readonly value: unknown }
  | { readonly error: ReadoutError }
)

const LINE_CAP = 20 * 1024 * 1024 // a report of 15 MiB with its line breaks and quotation marks escaped

/** Every line that is not blank, in order. `name` is what the file is called in messages. */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  cap: number = LINE_CAP,
): AsyncGenerator<JsonLine> {
  for await (const line of splitLines(chunks, cap)) {
    const { number } = line
    const where = `${name}:${number}`
    const broken = (what: string): JsonLine => ({
      number,
      where,
      error: new ReadoutError('LINE_BROKEN', `${where}: ${what}`),
    })
    if ('overlong' in line) {
      yield broken(`longer than ${Math.round(cap / 1024 / 1024)} MiB; one line holds one report of at most 15 MiB`)
      continue
    }
    const text = decode(line.bytes)
    if (text === undefined) yield broken('not UTF-8; JSON Lines are UTF-8, save the file as such')
    else if (text.trim() !== '') {
      const value = parse(text)
      yield value instanceof SyntaxError ? broken(`not JSON (${value.message})`) : { number, where, value }
    }
  }
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
