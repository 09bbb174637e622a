// On whose authority: the noun phrase that is the subject of a cue, before it or after it.
import { EXPERT, OFFICIAL } from './english/people.ts'
import type { Cue } from './find-cues.ts'
import { nounPhraseBefore, POSTMODIFIERS, TIME } from './noun-phrase.ts'
import { closesQuotation, isQuoteMark, type Range, type Scene } from './scene.ts'
import type { Token } from './tokenise.ts'

const LONGEST_INSERT = 28 // words between two commas; beyond that the commas belong to different things

/** The subject before the cue's words, or undefined where there is none of its own: "and added that". */
export function findSubject(scene: Scene, cue: Range): Range | undefined {
  const sentence = scene.sentences[scene.sentenceOf[cue.from] ?? -1]
  if (!sentence) return undefined
  return subjectBefore(scene, cue.from, sentence.from)
}

function subjectBefore(scene: Scene, end: number, floor: number): Range | undefined {
  const { tokens } = scene
  const before = tokens[end - 1]
  if (!before || end <= floor) return undefined
  // The envoy, who led the talks, said / Ilse Marrow, 51, said / The minister, in a letter, said
  if (before.text === ',' || before.text === '—' || before.text === '–') return acrossInsert(scene, end, floor)
  // the officials who attended said / , who said
  if (/^(who|which)$/.test(before.lower)) {
    const stop = tokens[end - 2]?.text === ',' ? end - 2 : end - 1
    return nounPhraseBefore(scene, stop, floor)
  }
  return nounPhraseBefore(scene, end, floor)
}

function acrossInsert(scene: Scene, end: number, floor: number): Range | undefined {
  const { tokens } = scene
  const mark = tokens[end - 1]?.text ?? ','
  for (let k = end - 2; k > floor && k >= end - LONGEST_INSERT; k--) {
    const token = tokens[k]
    if (!token) return undefined
    if (isQuoteMark(token) || token.text === ';') return undefined
    if (token.text !== mark) continue
    const first = tokens[k + 1]
    const head = nounPhraseBefore(scene, k, floor)
    if (!head || !first) return undefined
    // , in a statement, / , when asked, : not part of the name
    const isAside =
      (first.pos === 'ADP' && !/^(of|from)$/.test(first.lower)) ||
      (first.pos === 'SCONJ' && first.lower !== 'who') ||
      /^(however|too|meanwhile|though|when|while|as|if|asked)$/.test(first.lower)
    // Karsk, Veldania, and Morn: a list; the comma is not an insert's
    return isAside ? head : { from: head.from, to: end - 1 }
  }
  return undefined
}

/** The subject after an inverted cue: `," said Ilse Marrow, the envoy.` -> Ilse Marrow, the envoy. */
export function findInvertedSubject(scene: Scene, cue: Cue): Range | undefined {
  const { tokens, sentences, sentenceOf, quotationOf } = scene
  const sentence = sentences[sentenceOf[cue.head] ?? -1]
  if (!sentence) return undefined
  if (/^(whether|if|how|what|why|when|where)$/.test(tokens[cue.to]?.lower ?? '')) return undefined
  if (/^(for|of|to|with|from|into|against)$/.test(tokens[cue.to]?.lower ?? '')) return undefined // had asked for time
  let to = cue.to
  let depth = 0
  for (; to < sentence.to; to++) {
    const token = tokens[to]
    const next = tokens[to + 1]
    if (!token || quotationOf[to] !== quotationOf[cue.head] || isQuoteMark(token)) break
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    if (depth > 0 || token.text === ')') continue
    if (token.text === ',') {
      if (!continuesName(tokens, to + 1, sentence.to)) break
      continue
    }
    if (/^[.;:!?—–]$/.test(token.text) && !(token.text === '.' && to + 1 < sentence.to && next?.start === token.end))
      break
    if (
      token.pos === 'ADP' &&
      // said Tobias Marrow, who steered it through the house: the clause is his until the next comma
      !isInRelative(tokens, cue.to, to) &&
      (/^(on|during|after|before|since|as|while|when|by|about|through|following|amid|via|last)$/.test(token.lower) ||
        (/^(in|at)$/.test(token.lower) && isSettingAhead(tokens, to + 1)) ||
        TIME.test(next?.text ?? ''))
    )
      break
    if (TIME.test(token.text) && to > cue.to && !isInRelative(tokens, cue.to, to)) break
    if (token.pos === 'SCONJ' || token.lower === 'that' || /^(earlier|late|later)$/.test(token.lower)) break
    if (/^(AUX)$/.test(token.pos)) break
    if (token.pos === 'VERB' && !POSTMODIFIERS.test(token.lower) && !isInRelative(tokens, cue.to, to)) break
    if (token.lower === 'who' && tokens[to - 1]?.text !== ',') continue
  }
  while (to > cue.to && (tokens[to - 1]?.text === ',' || /^(who|which|whose|not)$/.test(tokens[to - 1]?.lower ?? '')))
    to -= 1
  if (!tokens.slice(cue.to, to).some(({ pos }) => /^(NOUN|PROPN|PRON)$/.test(pos))) return undefined
  return to > cue.to &&
    endsPhraseLoosely(tokens[to - 1]) &&
    !/^(it|that|this|nothing|something|anything)$/.test(tokens[cue.to]?.lower ?? '')
    ? { from: cue.to, to }
    : undefined
}

function endsPhraseLoosely(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(NOUN|PROPN|PRON|NUM|ADJ|X|PUNCT|ADV|VERB|DET)$/.test(token.pos) && !isQuoteMark(token)
  )
}

function isInRelative(tokens: readonly Token[], from: number, at: number): boolean {
  return tokens.slice(from, at).some(({ lower }) => /^(who|which|whose)$/.test(lower))
}

// said Ilse Marrow, the envoy / , who led the talks / , 51; not ", adding that" and not ", according to"
function continuesName(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  if (!token || at >= end) return false
  if (/^(who|whose)$/.test(token.lower) || token.pos === 'NUM') return true
  if (/^(a|an|the|one|his|her|its|their|then|now|former)$/.test(token.lower)) return true
  // its chairman, Leopold Sturrock: the office first, then who holds it
  const holder = tokens[at - 2]
  const isHolder = holder?.pos === 'NOUN' && (OFFICIAL.test(holder.lower) || EXPERT.test(holder.lower))
  if (token.pos === 'PROPN' && isHolder) return true
  return (
    token.pos === 'NOUN' &&
    /^(president|director|chairman|head|spokesman|spokeswoman|minister|professor|chief|author|leader|member|secretary|editor|founder)$/.test(
      token.lower,
    )
  )
}

// in a statement, in an interview with; not "in the ministry"
function isSettingAhead(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 5)
    .some(({ lower }) =>
      /^(statement|interview|speech|letter|email|e-mail|briefing|conference|post|tweet|remarks|debate|rally|address|call|memo|report|article|column|response|reply|front)$/.test(
        lower,
      ),
    )
}

/** What "according to" leans on: the noun phrase after it. First in its sentence it ends at the first comma. */
export function findAuthority(scene: Scene, cue: Cue, isFirst: boolean): Range | undefined {
  const whole = findInvertedSubject(scene, cue)
  if (!whole || !isFirst) return whole
  const comma = scene.tokens.slice(whole.from, whole.to).findIndex(({ text }) => text === ',')
  return comma > 0 ? { from: whole.from, to: whole.from + comma } : whole
}

/** True where the word before the cue's words ends a quotation or a clause: `…," said` and `…, said`. */
export function isAfterContent(scene: Scene, at: number): boolean {
  const { tokens, sentences, sentenceOf } = scene
  const before = tokens[at - 1]
  if (!before || sentences[sentenceOf[at - 1] ?? -1]?.block !== sentences[sentenceOf[at] ?? -1]?.block) return false
  if (before.text === ',') return true
  // "…?" she asked; but "… is dead." The talks go on: a new sentence
  return closesQuotation(scene, at - 1) && !(tokens[at - 2]?.text === '.' && /^\p{Lu}/u.test(tokens[at]?.text ?? ''))
}
