// Fits what `readout same` decides by: logistic regression over the measures of MRPC's training part, the threshold where
// accuracy and F1 together are highest on pairs that the weights were not fitted on (ten folds, three shuffles). Prints the weights for
// src/link/compare-statements.ts, the threshold taken into the bias.
//
//   node training/fit-same.ts ../shared/corpora/pairs/mrpc-train.tsv
import { readFileSync } from 'node:fs'
import { measureSentences } from '../src/link/compare-statements.ts'
import { loadEmbedder } from '../src/link/load-embedder.ts'

interface Case {
  readonly row: readonly number[]
  readonly isSame: boolean
  readonly isRuledOut: boolean // two claims whatever they weigh: not fitted on, and never taken for one
}

const FOLDS = 10
const SHUFFLES = [1, 2, 3]
const RIDGE = 1 // on standardised measures
const STEPS = 12 // of Newton's method; it settles in six

const [path = ''] = process.argv.slice(2)
const embedder = await loadEmbedder()
const lines = readFileSync(path, 'utf8').split(/\r?\n/).slice(1).filter(Boolean)
const cases: Case[] = []
let names: string[] = []
for (const line of lines) {
  const [quality, , , a = '', b = ''] = line.split('\t')
  const [first, second] = [
    { text: a, vector: await embedder.embed(a) },
    { text: b, vector: await embedder.embed(b) },
  ]
  const { measures, isRuledOut } = measureSentences(first, second)
  names = Object.keys(measures)
  cases.push({ row: Object.values(measures), isSame: quality === '1', isRuledOut })
}

const { means, spreads } = standards(cases)
const ready = cases.map(({ row, ...rest }) => ({
  ...rest,
  row: [1, ...row.map((x, k) => (x - at(means, k)) / at(spreads, k))],
}))
const thresholds = SHUFFLES.map((seed) => {
  const judged = held(ready, seed)
  const best = judged
    .map(({ value }) => value)
    .filter(Number.isFinite)
    .reduce((b, t) => (worth(judged, t) > worth(judged, b) ? t : b))
  console.log(`shuffle ${seed}: threshold ${best.toFixed(3)}, ${figures(judged, best)}`)
  return best
})
const threshold = thresholds.reduce((sum, t) => sum + t, 0) / thresholds.length
const fitted = fit(ready)
const weights = names.map((name, k) => [name, at(fitted, k + 1) / at(spreads, k)] as const)
const bias = at(fitted, 0) - threshold - weights.reduce((sum, [, w], k) => sum + w * at(means, k), 0)
for (const [name, weight] of [['bias', bias] as const, ...weights]) console.log(`  ${name}: ${weight.toFixed(2)},`)

function at(list: readonly number[], k: number): number {
  return list[k] ?? 0
}

function standards(all: readonly Case[]): { means: number[]; spreads: number[] } {
  const means = names.map((_, k) => all.reduce((sum, { row }) => sum + at(row, k), 0) / all.length)
  const spreads = names.map(
    (_, k) => Math.sqrt(all.reduce((sum, { row }) => sum + (at(row, k) - at(means, k)) ** 2, 0) / all.length) || 1,
  )
  return { means, spreads }
}

/** Each case with its value by weights fitted on the other folds. */
function held(all: readonly Case[], seed: number): { value: number; isSame: boolean }[] {
  let state = seed
  const folds = all.map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((FOLDS * state) / 2 ** 32)
  })
  return Array.from({ length: FOLDS }, (_, fold) => {
    const own = fit(all.filter((_, i) => folds[i] !== fold))
    return all
      .filter((_, i) => folds[i] === fold)
      .map(({ row, isSame, isRuledOut }) => ({ value: isRuledOut ? Number.NEGATIVE_INFINITY : dot(own, row), isSame }))
  }).flat()
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, k) => sum + x * at(b, k), 0)
}

/** Newton's method on the penalised likelihood; the constant is not penalised. */
function fit(all: readonly Case[]): number[] {
  const size = names.length + 1
  let own = Array.from({ length: size }, () => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = own.map((w, k): number => (k > 0 ? RIDGE * w : 0))
    const bend = own.map((_, k) => own.map((_, j): number => (k === j && k > 0 ? RIDGE : 0)))
    for (const { row, isSame, isRuledOut } of all) {
      if (isRuledOut) continue
      const p = 1 / (1 + Math.exp(-dot(own, row)))
      for (let k = 0; k < size; k++) {
        slope[k] = at(slope, k) + (p - (isSame ? 1 : 0)) * at(row, k)
        const line = bend[k] ?? []
        for (let j = 0; j < size; j++) line[j] = at(line, j) + p * (1 - p) * at(row, k) * at(row, j)
      }
    }
    const change = solve(bend, slope)
    own = own.map((w, k) => w - at(change, k))
  }
  return own
}

/** Gauss and Jordan; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, k) => [...line, at(right, k)])
  for (const [k, pivot] of rows.entries()) {
    const by = at(pivot, k)
    for (const [j, line] of rows.entries()) {
      if (j === k) continue
      const times = at(line, k) / by
      for (let c = k; c < line.length; c++) line[c] = at(line, c) - times * at(pivot, c)
    }
  }
  return rows.map((line, k) => at(line, line.length - 1) / at(line, k))
}

function counts(judged: readonly { value: number; isSame: boolean }[], t: number): { accuracy: number; f1: number } {
  let [hit, extra, missed] = [0, 0, 0]
  for (const { value, isSame } of judged) {
    if (value >= t && isSame) hit++
    else if (value >= t) extra++
    else if (isSame) missed++
  }
  return { accuracy: 1 - (extra + missed) / judged.length, f1: (2 * hit) / (2 * hit + extra + missed) }
}

function worth(judged: readonly { value: number; isSame: boolean }[], t: number): number {
  const { accuracy, f1 } = counts(judged, t)
  return accuracy + f1
}

function figures(judged: readonly { value: number; isSame: boolean }[], t: number): string {
  const { accuracy, f1 } = counts(judged, t)
  return `accuracy ${(100 * accuracy).toFixed(1)}, F1 ${(100 * f1).toFixed(1)} on the folds held out`
}
