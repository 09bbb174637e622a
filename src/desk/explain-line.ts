// One text of a file, with all that the reader finds in it, for a person to look at.
import { ReadoutError } from '../model/errors.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { loadReader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import { docOfLine } from './annotate.ts'
import { eachLine } from './each-line.ts'
import { callPath } from './open-bytes.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'

const NAMED = 5 // ids that are named where the one asked for is not there

/**
 * The first text of the file with that id, as a doc with its reading; the id 7 is found by "7". Throws USAGE where there
 * is none, LINE_BROKEN or NO_TEXT where its line is of no use, and as `eachLine` does.
 */
export async function explainLine(path: string, id: string): Promise<ReadDoc> {
  const doc = docOfLine(await findLine(path, id))
  return { doc, reading: await read(doc, await loadReader()) }
}

async function findLine(path: string, id: string): Promise<TextLine> {
  const others = new Set<string>()
  let broken = 0
  for await (const made of eachLine(
    path,
    (value, where) => ({ value, where }),
    (line) => line,
  )) {
    if ('error' in made) {
      broken += 1
      continue
    }
    const found = idOf(made.value.value)
    if (found === id) return parseTextLine(made.value.value, made.value.where)
    if (found !== undefined && others.size <= NAMED) others.add(found)
  }
  const some = [...others].slice(0, NAMED).join(', ')
  const there = some === '' ? 'no line has one' : `there are ${some}${others.size > NAMED ? ' and others' : ''}`
  const faults = broken > 0 ? `; lines that are broken: ${broken}` : ''
  throw new ReadoutError('USAGE', `${callPath(path)}: no line has the id ${id}; ${there}${faults}`)
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
