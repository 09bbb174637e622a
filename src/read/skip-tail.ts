// Over what stands between a cue and what it attributes: hearer, day, setting.
import type { Cue } from './find-cues.ts'
import { isQuoteMark, type Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'

/** Over hearer, day and setting: "told Meridian on Friday in an interview" -> the token after them. */
export function skipTail(scene: Scene, cue: Cue, sentence: Sentence): number {
  let at = cue.to
  if (cue.verb?.takesHearer || cue.verb?.lemma === 'ask') at = skipPhrase(scene, at, sentence)
  return skipAdjuncts(scene, at, sentence)
}

export function skipPhrase(scene: Scene, from: number, sentence: Sentence): number {
  const { tokens } = scene
  let at = from
  for (; at < sentence.to; at++) {
    const token = tokens[at]
    if (!token || !/^(NOUN|PROPN|PRON|DET|ADJ|NUM|PART|X)$/.test(token.pos) || NOT_IN_PHRASE.test(token.lower)) break
    // told Meridian she: a new subject; on Friday Karsk: the day is over
    if (
      at > from &&
      (token.pos === 'DET' || DAY.test(tokens[at - 1]?.lower ?? '')) &&
      !/^(’s|'s)$/.test(token.lower) &&
      token.pos !== 'NUM' &&
      token.pos !== 'NOUN'
    )
      break
  }
  const [next, after] = [tokens[at], tokens[at + 1]]
  const isLinked =
    at > from && /^(of|for|and|from)$/.test(next?.lower ?? '') && /^(NOUN|PROPN|DET|ADJ)$/.test(after?.pos ?? '')
  return isLinked ? skipPhrase(scene, at + 1, sentence) : at
}

const NOT_IN_PHRASE = /^(that|who|which|he|she|they|we|i|it|there|to)$/

const DAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/

const TIME_WORD =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|last|earlier|late|later|early|this|recently|then|again|afterward|afterwards|there|publicly|privately|simply|anonymously|here|instead|separately)$/

export function skipAdjuncts(scene: Scene, from: number, sentence: Sentence): number {
  const { tokens } = scene
  let at = from
  while (at < sentence.to) {
    const token = tokens[at]
    if (!token || isQuoteMark(token)) return at
    if ((token.pos === 'ADP' && token.lower !== 'that') || TIME_WORD.test(token.lower)) {
      at = skipPhrase(scene, at + 1, sentence)
      if (
        at < sentence.to &&
        /^(following|regarding|concerning|announcing|about|condemning|responding|released|posted|published|aired|broadcast|due)$/.test(
          tokens[at]?.lower ?? '',
        )
      )
        at = skipPhrase(scene, at + 1, sentence)
      continue
    }
    if (token.pos === 'ADV' && !/^(how|why|when|where)$/.test(token.lower)) {
      at += 1
      continue
    }
    return at
  }
  return at
}

export function isEnd({ tokens }: Scene, at: number, sentence: Sentence): boolean {
  return (
    at >= sentence.to ||
    /^[.,;:!?—–”"]$/.test(tokens[at]?.text ?? '') ||
    isQuoteMark(tokens[at]) ||
    /^(and|but|as|when|while|after|before|because|who|adding|saying)$/.test(tokens[at]?.lower ?? '')
  )
}

export function skipMarks({ tokens }: Scene, from: number, to: number): number {
  let at = from
  while (at < to && /^[,:;—–]$/.test(tokens[at]?.text ?? '')) at += 1
  return at
}
