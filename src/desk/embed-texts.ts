// The vectors of what docs say: those that the store has, and the others made in the worker that reads, and kept.
import { dropOtherVectors, findVectors, keepVectors, openVectors } from '../archive/vectors.ts'
import { embedder } from '../link/embedder.ts'
import { listTexts } from '../link/list-texts.ts'
import type { Digest } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { keyOfText, type Vector, type VectorOf } from '../model/vector.ts'
import type { Desk, DocReader } from './desk.ts'

/** The vectors of a doc just read that the store lacks. */
export async function embedNew({ store }: Desk, reader: DocReader, read: ReadDoc): Promise<Map<Digest, Vector>> {
  if (!reader.embed) return new Map()
  const texts = textsByKey([read])
  const known = await findVectors(store, texts.keys(), embedder)
  return embed(reader, new Map([...texts].filter(([key]) => !known.has(key))))
}

/** Keeps the vectors of docs just read. */
export async function keepEmbedded({ store }: Desk, made: readonly ReadonlyMap<Digest, Vector>[]): Promise<void> {
  await keepVectors(store, new Map(made.flatMap((vectors) => [...vectors])), embedder)
}

const BATCH = 200 // texts a question to the worker: some two seconds

/** Makes and keeps the vectors of what docs say that the store lacks: of an older walk, or of another model. */
export async function embedMissing({ store }: Desk, reader: DocReader, reads: readonly ReadDoc[]): Promise<void> {
  if (!reader.embed) return
  const texts = textsByKey(reads)
  const known = await findVectors(store, texts.keys(), embedder)
  const missing = [...texts].filter(([key]) => !known.has(key))
  for (let at = 0; at < missing.length; at += BATCH) {
    await keepVectors(store, await embed(reader, new Map(missing.slice(at, at + BATCH))), embedder)
  }
}

/** The vectors that were made, looked up by the text; what another model made is dropped. */
export async function lookUpVectors({ store }: Desk): Promise<VectorOf> {
  await dropOtherVectors(store, embedder)
  return openVectors(store, embedder)
}

function textsByKey(reads: readonly ReadDoc[]): Map<Digest, string> {
  return new Map(reads.flatMap((read) => listTexts(read).map((text): [Digest, string] => [keyOfText(text), text])))
}

async function embed({ embed }: DocReader, texts: ReadonlyMap<Digest, string>): Promise<Map<Digest, Vector>> {
  if (!embed || texts.size === 0) return new Map()
  const vectors = await embed([...texts.values()])
  return new Map([...texts.keys()].flatMap((key, at) => (vectors[at] ? [[key, vectors[at]] as const] : [])))
}
