// What an outlet quotes somebody as saying: they say it, and the outlet passes it on.
import { findComplement } from './find-complement.ts'
import { clauseFrom, contentBefore } from './find-contents.ts'
import type { Cue } from './find-cues.ts'
import { quotingBefore } from './find-quoting.ts'
import { findSubject, isAfterContent } from './find-sources.ts'
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'
import { BE, groupOf } from './verb-group.ts'

/**
 * KNA quoted Marrow as saying that the offer was dead. / Marrow was quoted by KNA as saying so. / “It is dead,” KNA quoted her as saying.
 * None where nobody stands there who is quoted.
 */
export function relateQuotedAs(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const { tokens } = scene
  const verb = quotingBefore(tokens, cue.from, sentence.from)
  if (verb === undefined) return undefined
  const group = groupOf(tokens, verb, sentence)
  const subject = findSubject(scene, group)
  // An official quoted in the Courier as denying it has resigned.: where his words end is not told
  if (group.from === verb && /^(?:in|by|on)$/.test(tokens[verb + 1]?.lower ?? '')) return undefined
  const isPassive = tokens.slice(group.from, verb).some(({ lower }) => BE.has(lower))
  const source = isPassive ? subject : quotedBetween(scene, verb + 1, cue.from)
  if (!source) return undefined
  const complement = findComplement(scene, cue, sentence)
  const after = complement ? clauseFrom(scene, complement.from, sentence) : []
  const isBefore = after.length === 0 && subject !== undefined && isAfterContent(scene, subject.from)
  const content = isBefore ? contentBefore(scene, subject.from, sentence) : after
  return content.length > 0 ? { cue, pattern: 'quoted as', source, content, sentence: at, isOwn: true } : undefined
}

// quoted [an aide], who asked not to be named, as saying
function quotedBetween({ tokens }: Scene, from: number, until: number): Range | undefined {
  const comma = tokens.slice(from, until).findIndex(({ text }) => text === ',')
  const to = comma > 0 ? from + comma : until
  const isSomebody = tokens.slice(from, to).some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos))
  return isSomebody ? { from, to } : undefined
}
