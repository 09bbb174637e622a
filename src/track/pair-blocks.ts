// The blocks of two versions laid side by side: those that both have in one order are kept; of the others, those that both
// have were moved; what lies between is to be compared word by word.
import { diffArrays } from 'diff'
import type { Word } from './split-version.ts'

export type Block = readonly Word[]

/** Blocks of the earlier and of the later version that belong together. */
export interface Pair {
  readonly kind: 'kept' | 'moved' | 'changed'
  readonly a: readonly Block[]
  readonly b: readonly Block[]
}

/** The pairs in the order of the later version. `farthest`: more blocks cut and added than that, and all is changed. */
export function pairBlocks(earlier: readonly Block[], later: readonly Block[], farthest: number): Pair[] {
  const edits = diffArrays(earlier.map(keyOf), later.map(keyOf), { maxEditLength: farthest })
  if (!edits) return [{ kind: 'changed', a: earlier, b: later }]
  const runs: { kind: 'kept' | 'removed' | 'added'; a: readonly Block[]; b: readonly Block[] }[] = []
  let [atA, atB] = [0, 0]
  for (const { value, added, removed } of edits) {
    const a = added ? [] : earlier.slice(atA, atA + value.length)
    const b = removed ? [] : later.slice(atB, atB + value.length)
    runs.push({ kind: added ? 'added' : removed ? 'removed' : 'kept', a, b })
    atA += a.length
    atB += b.length
  }
  const movedTo = findMoved(
    runs.flatMap(({ kind, a }) => (kind === 'removed' ? a : [])),
    runs.flatMap(({ kind, b }) => (kind === 'added' ? b : [])),
  )
  const movedFrom = new Set(movedTo.values())
  const pairs: Pair[] = []
  let [openA, openB]: [Block[], Block[]] = [[], []]
  const close = (): void => {
    if (openA.length + openB.length > 0) pairs.push({ kind: 'changed', a: openA, b: openB })
    ;[openA, openB] = [[], []]
  }
  for (const { kind, a, b } of runs) {
    if (kind === 'kept') {
      close()
      pairs.push({ kind, a, b })
    } else if (kind === 'removed') openA.push(...a.filter((block) => !movedFrom.has(block)))
    else {
      for (const block of b) {
        const before = movedTo.get(block)
        if (before) {
          close()
          pairs.push({ kind: 'moved', a: [before], b: [block] })
        } else openB.push(block)
      }
    }
  }
  close()
  return pairs
}

const MOVED_LEAST = 4 // words; shorter lines ("Read on") stand anywhere

// By the block of the later version, the one of the earlier: each once.
function findMoved(removed: readonly Block[], added: readonly Block[]): Map<Block, Block> {
  const gone = Map.groupBy(removed, keyOf)
  const moved = new Map<Block, Block>()
  for (const block of added.filter(({ length }) => length >= MOVED_LEAST)) {
    const before = gone.get(keyOf(block))?.shift()
    if (before) moved.set(block, before)
  }
  return moved
}

function keyOf(block: Block): string {
  return block.map(({ key }) => key).join(' ')
}
