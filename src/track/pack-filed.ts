// A filed report as bytes: the length of its words, its words as JSON, then its rows of numbers, all little-endian.
import type { Filed, Move } from '../model/filed.ts'

/** What of a filed report is text. */
interface Head {
  readonly id: string
  readonly name: string
  readonly published?: string
  readonly joined: string
  readonly moves: readonly Move[]
  readonly story: string
  readonly stems: number // how many
  readonly vector?: number // how long
}

export function packFiled({ stems, counts, weights, vector, ...text }: Filed): Uint8Array {
  const said = { ...text, stems: stems.length, vector: vector?.length }
  const head = new TextEncoder().encode(JSON.stringify(said))
  const bytes = new Uint8Array(4 + head.length + 10 * stems.length + (vector?.length ?? 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, head.length, true)
  bytes.set(head, 4)
  let at = 4 + head.length
  for (const stem of stems) {
    view.setUint32(at, stem, true)
    at += 4
  }
  for (const weight of weights) {
    view.setFloat32(at, weight, true)
    at += 4
  }
  for (const count of counts) {
    view.setUint16(at, count, true)
    at += 2
  }
  if (vector) bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.length), at)
  return bytes
}

export function unpackFiled(bytes: Uint8Array): Filed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const body = 4 + view.getUint32(0, true)
  const { stems: many, vector, ...text } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, body))) as Head
  const numbers = Array.from({ length: many }, (_, k) => k)
  const end = body + 10 * many
  return {
    ...text,
    stems: Uint32Array.from(numbers, (k) => view.getUint32(body + 4 * k, true)),
    weights: Float32Array.from(numbers, (k) => view.getFloat32(body + 4 * (many + k), true)),
    counts: Uint16Array.from(numbers, (k) => view.getUint16(body + 8 * many + 2 * k, true)),
    ...(vector !== undefined && { vector: Int8Array.from(bytes.subarray(end, end + vector)) }),
  }
}
