// "They" behind what two did: "Karsk and Veldania agreed to clear the dam, they said in a joint statement".
import type { Relation } from './relation.ts'
import { lowerOf, type Range, type Scene } from './scene.ts'

/** The words of the two, where "they" said it behind a clause of which they are the subject; undefined elsewhere. */
export function findJoint(scene: Scene, { source, cue, content }: Relation): Range | undefined {
  const { tokens } = scene
  const [first] = content
  const isThey = source && source.to - source.from === 1 && tokens[source.from]?.lower === 'they'
  if (!isThey || !first || first.to > source.from || first.to < source.from - 2) return undefined
  const verb = tokens.slice(first.from, first.to).find(({ pos }) => /^(?:VERB|AUX)$/.test(pos))
  const subject = { from: first.from, to: verb?.at ?? first.from }
  const words = tokens.slice(subject.from, subject.to)
  const isNames = words.every(({ pos, lower }) => /^(?:PROPN|DET|CCONJ)$/.test(pos) || lower === 'both')
  const isOfBoth =
    JOINT.test(lowerOf(scene, cue.from, cue.to)) || AGREED.test(lowerOf(scene, subject.to, subject.to + GROUP))
  return isOfBoth && isNames && words.some(({ lower }, at) => lower === 'and' && at > 0) ? subject : undefined
}

const GROUP = 4 // words of the verb: have since agreed
const JOINT = /\b(?:joint|both|statement|communiqu[eé]|declaration)\b/
const AGREED =
  /\b(?:agree[ds]?|sign(?:ed)?|met|meet|reached|decided|begun|began|resumed|exchanged?|committed|pledged|will|have|had|would|plan(?:ned)?)\b/
