// door: reads the weights of models/embedder and opens onnxruntime on them, once.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import { ReadoutError } from '../model/errors.ts'
import type { Maker } from '../model/id.ts'
import type { Vector } from '../model/vector.ts'
import { embedder } from './embedder.ts'

/** Turns words into a vector. Loaded once, handed in everywhere; `version` names the code and the weights. */
export interface Embedder {
  readonly version: Maker
  /** The vector of a sentence, or of the beginning of a longer text: some 90 words. */
  embed(text: string): Promise<Vector>
}

/** `models/embedder/config.json`, written by the export. */
interface Config {
  readonly room: number // pieces a run
  readonly scale: number // what a vector of length 1 is multiplied by before it is rounded
}

const MODEL = join(import.meta.dirname, '..', '..', 'models', 'embedder')
const END = 102 // BERT's own piece after a text
const LONGEST = 4000 // UTF-16 units of a text that are cut into pieces; far more than a run has room for

/**
 * The embedder of `models/embedder`. One text a run and one thread a session, so that a text has one vector whatever
 * came before it. Takes a third of a second and no internet. Throws MODEL_MISSING where the files or onnxruntime are
 * not there, or are not whole.
 */
export async function loadEmbedder(folder = MODEL): Promise<Embedder> {
  const runtime = await importRuntime()
  try {
    return await open(runtime, folder)
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    const said = cause instanceof Error ? cause.message : String(cause)
    const message = `${folder}: the model that compares sentences cannot be loaded (${said.trim()}); install Readout again`
    throw new ReadoutError('MODEL_MISSING', message, { cause })
  }
}

async function open({ InferenceSession, Tensor }: Runtime, folder: string): Promise<Embedder> {
  const file = (name: string): string => readFileSync(present(join(folder, name)), 'utf8')
  const { room, scale } = JSON.parse(file('config.json')) as Config
  const options = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
  } as const
  const session = await InferenceSession.create(present(join(folder, 'embedder.onnx')), options)
  const tokenizer = new Tokenizer(JSON.parse(file('tokenizer.json')) as object, {})
  return {
    version: embedder,
    async embed(text) {
      const { ids } = tokenizer.encode(text.slice(0, LONGEST).toWellFormed())
      const pieces = ids.length > room ? [...ids.slice(0, room - 1), END] : ids
      const { vector } = await session.run({ pieces: new Tensor('int32', Int32Array.from(pieces), [1, pieces.length]) })
      return rounded(vector?.data as Float32Array, scale)
    },
  }
}

/** To whole numbers in eight bits: a third of a kilobyte a vector, and the last bits of a machine's arithmetic decide nothing. */
function rounded(values: Float32Array, scale: number): Vector {
  return Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))))
}

/** The path, if a file lies there: onnxruntime's own message about it would name neither cause nor cure. */
function present(path: string): string {
  if (existsSync(path)) return path
  const message = `${path} is not there: comparing sentences needs its model, which comes with Readout; install Readout again`
  throw new ReadoutError('MODEL_MISSING', message)
}

type Runtime = typeof import('onnxruntime-node')

async function importRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    throw new ReadoutError(
      'MODEL_MISSING',
      'onnxruntime-node is not installed: install Readout again with ONNXRUNTIME_NODE_INSTALL=skip set (npm drops it where its files for graphics cards cannot be fetched), or in a checkout run "npm ci"',
      { cause },
    )
  }
}
