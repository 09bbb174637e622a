// door: reads the weights from models/ and opens onnxruntime on them, once.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReadoutError } from '../../model/errors.ts'
import type { Scorer, Vectors } from './network.ts'
import { makePieces } from './pieces.ts'
import type { Word } from './split-words.ts'

/** `models/<name>/config.json`, written by the training. */
interface Config {
  readonly room: number
  readonly reach: number
  readonly floor: number
  readonly sureness: readonly number[]
}

const MODEL = join(import.meta.dirname, '..', '..', '..', 'models', 'reader')
const [FIRST, LAST] = [101, 102] // BERT's own pieces around a window

/**
 * The network of `models/reader`. One thread a session, so that a run is the same on every machine of a kind; speed
 * comes from more workers. Throws MODEL_MISSING where the files or onnxruntime are not there, or are not whole.
 */
export async function loadNetwork(folder = MODEL): Promise<Scorer> {
  const runtime = await importRuntime()
  try {
    return await open(runtime, folder)
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    const said = cause instanceof Error ? cause.message : String(cause)
    const message = `${folder}: the reader's model cannot be loaded (${said.trim()}); install Readout again`
    throw new ReadoutError('MODEL_MISSING', message, { cause })
  }
}

async function open({ InferenceSession, Tensor }: Runtime, folder: string): Promise<Scorer> {
  const file = (name: string): string => readFileSync(present(join(folder, name)), 'utf8')
  const config = JSON.parse(file('config.json')) as Config
  const options = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
  } as const
  const encoder = await InferenceSession.create(present(join(folder, 'encoder.onnx')), options)
  const roles = await InferenceSession.create(present(join(folder, 'roles.onnx')), options)
  const piecesOf = makePieces(file('tokenizer.json'))

  const scoreWords = async (
    words: readonly Word[],
  ): Promise<{ begins: Float32Array; names: Float32Array; vectors: Vectors }> => {
    const pieces = [FIRST]
    const features = [5, 3, 0]
    const firsts: number[] = []
    for (const { text, shape, gap, quoted } of words) {
      firsts.push(pieces.length)
      for (const piece of piecesOf(text)) {
        pieces.push(piece)
        features.push(shape, gap, quoted)
      }
    }
    pieces.push(LAST)
    features.push(5, 3, 0)
    const found = await encoder.run({
      pieces: new Tensor('int32', Int32Array.from(pieces), [1, pieces.length]),
      features: new Tensor('int32', Int32Array.from(features), [1, pieces.length, 3]),
      firsts: new Tensor('int32', Int32Array.from(firsts), [firsts.length]),
    })
    const data = (name: string): Float32Array => found[name]?.data as Float32Array
    return {
      begins: rounded(data('begins')),
      names: rounded(data('names')),
      vectors: { data: data('vectors'), words: words.length },
    }
  }

  const scoreRoles = async ({ data, words }: Vectors, cues: readonly number[]): Promise<Float32Array> => {
    const found = await roles.run({
      vectors: new Tensor('float32', data, [words, data.length / words]),
      cues: new Tensor('int32', Int32Array.from(cues), [cues.length]),
    })
    return rounded(found.roles?.data as Float32Array)
  }
  return { ...config, piecesOf, scoreWords, scoreRoles }
}

/** To 1/1000, so that the last bits of a machine's arithmetic decide nothing. */
function rounded(values: Float32Array): Float32Array {
  return values.map((value) => Math.round(value * 1000) / 1000)
}

/** The path, if a file lies there: onnxruntime's own message about it would name neither cause nor cure. */
function present(path: string): string {
  if (existsSync(path)) return path
  throw new ReadoutError('MODEL_MISSING', `${path} is not there: the reader needs its model, which comes with Readout`)
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
