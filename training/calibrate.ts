// Fits what a confidence means: of the finds given 0.9, nine in ten shall be right (usable, as the scorer counts it).
// Logistic regression on dev by ten folds of documents; prints the table of each fold's predictions on the documents it did
// not see, and writes the weights of all documents to the model's config.json.
//
//   node training/calibrate.ts DEV.jsonl.gz CORENLP.jsonl.gz models/reader
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { rangesOf } from '../src/desk/said-in.ts'
import { docFromText } from '../src/extract/doc-from-text.ts'
import { asId } from '../src/model/id.ts'
import { loadReader } from '../src/read/load-reader.ts'
import { loadNetwork } from '../src/read/network/load-network.ts'
import { findByNetwork } from '../src/read/network/network.ts'
import { read } from '../src/read/read.ts'
import type { Marked } from '../test/gold/parse-gold.ts'
import { findUsable } from '../test/gold/score-attributions.ts'

interface Case {
  readonly doc: number
  readonly evidence: readonly number[]
  readonly isRight: boolean
}

const FOLDS = 10
const STEPS = 4000
const RATE = 0.3
const SHRINK = 1e-3

const [dev = '', layer = '', folder = ''] = process.argv.slice(2)
const linesOf = (path: string): string[] => gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
const network = { ...(await loadNetwork(folder)), sureness: [] } // nothing is left out for being unsure
const reader = { ...(await loadReader({ rulesAlone: true })), network }

const cases: Case[] = []
const ruled: boolean[] = []
const named: { confidence: number; isRight: boolean }[] = []
const namesOf = new Map(
  linesOf(layer).map((line) => {
    const one = JSON.parse(line)
    return [one.id, namedIn(one)]
  }),
)
for (const [at, line] of linesOf(dev).entries()) {
  const { id, text, annotations } = JSON.parse(line)
  const doc = docFromText(text, { name: id, mediaType: 'text/plain' }, asId('capture'))
  const gold: Marked[] = annotations[Object.keys(annotations).sort()[0] ?? '']
  const reading = await read(doc, reader)
  const found = reading.attributions.map(
    ({ source, cue, content }): Marked => ({
      source: source.kind === 'unstated' ? [] : rangesOf(doc, source.words),
      cue: rangesOf(doc, cue),
      content: rangesOf(doc, content),
    }),
  )
  const usable = findUsable({ text, gold, found })
  const { voiced } = await findByNetwork(doc, network)
  const evidenceAt = new Map(voiced.map((one) => [one.cue.start, one.evidence]))
  reading.attributions.forEach(({ cue }, k) => {
    const evidence = evidenceAt.get(cue[0].start)
    if (evidence) cases.push({ doc: at, evidence, isRight: usable[k] ?? false })
    else ruled.push(usable[k] ?? false)
  })
  const known = namesOf.get(id)
  if (known)
    for (const { span, kind, confidence } of reading.names)
      named.push({ confidence, isRight: known.has(`${rangesOf(doc, [span]).join(' ').replace(',', ' ')} ${kind}`) })
}

const width = cases[0]?.evidence.length ?? 0
const predicted = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(cases.filter(({ doc }) => doc % FOLDS !== fold))
  return cases
    .filter(({ doc }) => doc % FOLDS === fold)
    .map((one) => ({ confidence: probability(one.evidence, weights), isRight: one.isRight }))
}).flat()
console.log(
  `attributions of the network: ${cases.length}, usable ${share(cases)}; of the rules beside it: ${ruled.length}, usable ${Math.round((100 * ruled.filter(Boolean).length) / (ruled.length || 1))}`,
)
table(predicted)
console.log('names')
table(named)
const weights = fit(cases).map((weight) => Math.round(weight * 1e4) / 1e4)
const config = join(folder, 'config.json')
writeFileSync(
  config,
  `${JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), sureness: weights }, null, 2)}\n`,
)
console.log(`weights ${weights.join(' ')}`)

/** The names of a CoreNLP layer as "start end kind". */
function namedIn(one: { sentences: { tokens: [number, number, string, string, string][] }[] }): Set<string> {
  const KINDS: Record<string, string> = {
    PERSON: 'person',
    ORGANIZATION: 'organisation',
    LOCATION: 'place',
    CITY: 'place',
    COUNTRY: 'place',
    STATE_OR_PROVINCE: 'place',
  }
  const found = new Set<string>()
  for (const { tokens } of one.sentences) {
    let open: { start: number; end: number; kind: string } | undefined
    for (const [start, end, , , label] of [...tokens, [0, 0, '', '', ''] as const]) {
      const kind = KINDS[label]
      if (open && kind === open.kind) open.end = end
      else {
        if (open) found.add(`${open.start} ${open.end} ${open.kind}`)
        open = kind ? { start, end, kind } : undefined
      }
    }
  }
  return found
}

function probability(evidence: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-evidence.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)))
}

/** Logistic regression by gradient descent with momentum, lightly shrunk. */
function fit(all: readonly Case[]): number[] {
  const weights = new Array<number>(width).fill(0)
  const speed = new Array<number>(width).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(width).fill(0)
    for (const { evidence, isRight } of all) {
      const miss = probability(evidence, weights) - Number(isRight)
      evidence.forEach((value, k) => {
        slope[k] = (slope[k] ?? 0) + miss * value
      })
    }
    weights.forEach((weight, k) => {
      speed[k] = 0.9 * (speed[k] ?? 0) - (RATE / 10) * ((slope[k] ?? 0) / all.length + (k ? SHRINK * weight : 0))
      weights[k] = weight + (speed[k] ?? 0)
    })
  }
  return weights
}

function share(all: readonly { isRight: boolean }[]): string {
  return `${((100 * all.filter(({ isRight }) => isRight).length) / (all.length || 1)).toFixed(1)} %`
}

/** How many of those given each tenth are right, and the mean distance between the two (expected calibration error). */
function table(all: readonly { confidence: number; isRight: boolean }[]): void {
  let error = 0
  for (let tenth = 0; tenth < 10; tenth++) {
    const own = all.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth)
    if (own.length === 0) continue
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length
    error += Math.abs(mean - own.filter(({ isRight }) => isRight).length / own.length) * (own.length / all.length)
    console.log(
      `given ${(tenth / 10).toFixed(1)} to ${((tenth + 1) / 10).toFixed(1)} (mean ${(100 * mean).toFixed(1)} %): ${share(own)} of ${own.length} right`,
    )
  }
  const top = all.filter(({ confidence }) => confidence >= 0.9)
  console.log(
    `given 0.9 or more: ${share(top)} of ${top.length} right; expected calibration error ${(100 * error).toFixed(1)} points`,
  )
}
