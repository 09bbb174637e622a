// Which of a batch of docs share running text.
import type { ReadDoc } from '../model/ledger.ts'
import { type Copy, foldCopies } from './fold-copies.ts'
import { Memory } from './memory.ts'
import { MemoryShelf } from './memory-shelf.ts'
import { makeText, type Text } from './shingle-text.ts'

/** The pairs of docs that share passages, by their places in the batch; each is laid only against those before it. */
export function foldAllCopies(reads: readonly ReadDoc[]): Copy[] {
  const memory = new Memory(new MemoryShelf())
  const texts: Text[] = []
  const known = {
    outletOf: (number: number) => reads[number]?.doc.outlet,
    textOf: (number: number) => {
      const text = texts[number]
      if (!text) throw new RangeError(`no doc ${number} in a batch of ${reads.length}`)
      return text
    },
  }
  return reads.flatMap((read, at) => {
    texts.push(makeText(read))
    return foldCopies(read, at, 1, memory, known)
  })
}
