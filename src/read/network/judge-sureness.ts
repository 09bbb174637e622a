// How sure a find is: the log odds that its source and content are right, from what the network saw of it. The weights
// come with the model and are fitted by `training/calibrate.ts`.
import { CONTENT, CONTENT_ON, CUE, SOURCE } from './best-path.ts'

export interface SeenFind {
  readonly begins: number // probability of the cue
  readonly path: readonly number[] // label by word
  readonly scores: Float32Array // log probabilities, seven a word
}

const LABELS = 7
const NEAR = 1e-3 // probabilities closer to 0 or 1 than this count as this

/** The evidence that the weights are for, in their order; the first is always 1. */
export function evidenceOf({ begins, path, scores }: SeenFind): number[] {
  const own = (first: number): number[] =>
    path.flatMap((label, k) => (label === first || label === first + 1 ? [scores[k * LABELS + label] ?? 0] : []))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const [source, cue, content] = [own(SOURCE), own(CUE), own(CONTENT)]
  const edges = path.flatMap((label, k) => {
    const before = path[k - 1] ?? 0
    const isEdge = (label === CONTENT || label === CONTENT_ON) !== (before === CONTENT || before === CONTENT_ON)
    return isEdge ? [scores[k * LABELS + label] ?? 0, scores[(k - 1) * LABELS + before] ?? 0] : []
  })
  const certain = Math.min(1 - NEAR, Math.max(NEAR, begins))
  return [
    1,
    Math.log(certain / (1 - certain)),
    mean(source),
    Math.min(0, ...source),
    mean(cue),
    mean(content),
    Math.min(0, ...edges),
    source.length === 0 ? 1 : 0,
    path.filter((label) => label === CONTENT).length > 1 ? 1 : 0,
    Math.log(1 + content.length),
  ]
}

/** The probability that source and content are right, 0 to 1, to 1/1000: logistic in the evidence. */
export function judgeSureness(evidence: readonly number[], weights: readonly number[]): number {
  const odds = evidence.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)
  return Math.round((1 / (1 + Math.exp(-odds))) * 1000) / 1000
}
