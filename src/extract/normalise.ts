// One spelling for each text: NFC, LF, plain spaces, nothing invisible, well-formed; and for each piece of it, where it
// stood in the text as given. Works cluster by cluster (a character with all that combines with it), because NFC never
// composes across such a cluster (Unicode Standard Annex 15, section 9.1).
import type { Run } from '../model/doc.ts'
import { addRun } from './cut-runs.ts'

/** A text in its one spelling; `runs` say where each piece of it stood in the text as given (UTF-16 units). */
export interface Normal {
  readonly text: string
  readonly runs: readonly Run[]
}

// Soft hyphen, zero-width signs, marks of direction, BOM, control characters: seen by no reader, dropped.
const UNSEEN =
  '\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F'
// What may melt into the character before it: marks, Hangul vowels and finals, two Kirat Rai vowel signs.
const JOINING = `\\p{M}\\u1160-\\u11FF\\u{16D63}\\u{16D67}${UNSEEN}`
// The bound keeps one match of a huge text from outgrowing the matcher's stack; runs are joined again.
const CLUSTER = new RegExp(
  `[\\n\\x20-\\x7E]{1,9999}(?![${JOINING}])|(?:\\r\\n|[^${JOINING}])[${JOINING}]*|[${JOINING}]+`,
  'gu',
)
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]`, 'gu')

/** Returns the text in its one spelling with the way back. Pure; never throws, whatever the text. */
export function normalise(given: string): Normal {
  const pieces: string[] = []
  const runs: Run[] = []
  let at = 0
  for (const { 0: cluster, index } of given.matchAll(CLUSTER)) {
    const piece = isPlain(cluster) ? cluster : clean(cluster)
    if (piece === '') continue
    pieces.push(piece)
    addRun(runs, { at, given: index, length: piece.length, givenLength: cluster.length })
    at += piece.length
  }
  return { text: pieces.join(''), runs }
}

function isPlain(cluster: string): boolean {
  const code = cluster.charCodeAt(0)
  return code === 10 || (code >= 0x20 && code <= 0x7e) ? !/[^\n\x20-\x7E]/.test(cluster) : false
}

function clean(cluster: string): string {
  return cluster
    .replace(/\r\n?|[\u2028\u2029\x85\f\v]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(UNSEEN_ALL, '')
    .toWellFormed()
    .normalize('NFC')
}
