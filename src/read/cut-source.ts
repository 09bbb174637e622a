// The words of a source cut down to those that name somebody: its core, what stands before a dash or brackets.
import type { Range, Scene } from './scene.ts'
import { BODY } from './split-source.ts'
import type { Token } from './tokenise.ts'

/** Up to the first comma, "who", or preposition that does not belong to a title. */
export function coreOf(tokens: readonly Token[], { from, to }: Range): Range {
  let end = from
  while (end < to) {
    const token = tokens[end]
    if (!token || /^[,(—–]$/.test(token.text) || /^(who|whose|which|that)$/.test(token.lower)) break
    if (token.pos === 'ADP' && end > from && token.lower !== 'of' && !isInName(tokens, from, end, to)) break
    if (token.pos === 'VERB' && end > from && /(ed|ing|ar|own)$/.test(token.lower) && tokens[end + 1]?.pos === 'ADP')
      break
    // a judge handling a lawsuit: what the judge does is told after the noun
    const isDoing =
      token.pos === 'VERB' && /(ed|ing)$/.test(token.lower) && /^(NOUN|PROPN)$/.test(tokens[end - 1]?.pos ?? '')
    if (isDoing && end > from && /^(DET|PRON|PROPN|ADV|NUM)$/.test(tokens[end + 1]?.pos ?? '')) break
    end += 1
  }
  return { from, to: Math.max(end, from + 1) }
}

// the Committee for a Sensible Budget; the Centre for Law and Order: capitals on both sides, after a noun for a body
function isInName(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  if (!/^(?:for|on|against)$/.test(tokens[at]?.lower ?? '') || !BODY.test(tokens[at - 1]?.text ?? '')) return false
  const next = /^(?:a|an|the)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
  return at > from && next < to && /^\p{Lu}/u.test(tokens[next]?.text ?? '')
}

/** What stands before a dash. */
// Karskian envoys - some of whom had met Roke -: what stands between dashes is told of them
export function beforeDash({ tokens }: Scene, { from, to }: Range): Range {
  const at = tokens
    .slice(from, to)
    .findIndex(({ text }, i) => i > 0 && /^(?:-|--|–|—)$/.test(text) && isApart(tokens, from + i))
  return at > 0 ? { from, to: from + at } : { from, to }
}

function isApart(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0)
}

/** What stands before those who are taken out; nothing where that is a bare "all". */
// All but Ilse Marrow; everyone except Hale; the ministers, all but Hale: the one named is the one who said nothing
export function beforeExcepted({ tokens }: Scene, { from, to }: Range): Range {
  const lower = (at: number): string => (at >= from && at < to ? (tokens[at]?.lower ?? '') : '')
  let every = false // not all but Hale, no other than Hale: he is the one who did
  for (let at = from; at < to; at++) {
    if (/^(?:all|every|everyone|everybody|each|any|anyone|anybody|nobody|one)$/.test(lower(at))) every = true
    if (/^(?:not|none)$/.test(lower(at))) return { from, to }
    const isBut = every && /^(?:but|bar|save)$/.test(lower(at))
    const isTwo = /^(?:other than|apart from|aside from)$/.test(`${lower(at)} ${lower(at + 1)}`)
    if (at === from || !(isBut || isTwo || /^(?:except|excepting|excluding)$/.test(lower(at)))) continue
    let end = at
    while (end > from && /^(?:all|everyone|everybody|each|nobody|one|no|,)$/.test(lower(end - 1))) end--
    return { from, to: end }
  }
  return { from, to }
}

/** What stands before brackets. */
// three officials (two of them Karskan): the officials
export function withoutBrackets(tokens: readonly Token[], { from, to }: Range): Range {
  const open = tokens.slice(from, to).findIndex(({ text }) => text === '(')
  return open > 0 ? { from, to: from + open } : { from, to }
}

/** The words without the place before them, which is no part of the name. */
// At Tolvar the harbour office said
export function withoutPlace(tokens: readonly Token[], { from, to }: Range): Range {
  const [at, place, article] = [tokens[from], tokens[from + 1], tokens[from + 2]]
  const isLed = /^(?:at|in|from|near)$/.test(at?.lower ?? '') && place?.pos === 'PROPN' && article?.lower === 'the'
  return isLed && from + 3 < to ? { from: from + 2, to } : { from, to }
}
