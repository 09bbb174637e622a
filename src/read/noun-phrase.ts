// Noun phrases by their parts of speech: how far back from a verb the words for one person or body reach.
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokenise.ts'

export const TIME =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|morning|afternoon|evening|night)$/i

export const POSTMODIFIERS =
  /^(briefed|involved|based|informed|familiar|close|speaking|quoted|named|identified|led|backed|aware|present|privy|knowledgeable|working|attending|responsible|charged|led|known|described|elected|appointed|interviewed|surveyed|polled|opposed|running|reached|contacted|authorised|authorized|unauthorised|unauthorized)$/

/** The noun phrase that ends just before token `end`. */
export function nounPhraseBefore(scene: Scene, end: number, floor: number): Range | undefined {
  const { tokens } = scene
  const last = tokens[end - 1]
  const isCompound = tokens[end - 2]?.text === '-' && tokens[end - 2]?.end === last?.start // a go-between
  if (!last || end <= floor || !(endsPhrase(last) || isCompound)) return undefined
  // one of them said: of a group, not the group
  const isOfThem = tokens[end - 2]?.lower === 'of' && end - floor > 2
  if (
    /^(he|she|they|we|i|you|it|him|her|them|us|me|nobody|everybody|anybody|everyone|anyone|nothing)$/.test(
      last.lower,
    ) &&
    !isOfThem
  )
    return { from: end - 1, to: end }
  let from = end
  let depth = 0
  while (from > floor) {
    const token = tokens[from - 1]
    if (!token) break
    const forename = depth === 0 && from < end ? beforeNickname(scene, from - 1, floor) : undefined
    if (forename !== undefined) {
      from = forename
      continue
    }
    if (token.text === ')') depth += 1
    else if (token.text === '(') depth -= 1
    else if (depth === 0 && from < end && !belongs(scene, from - 1, end, floor)) {
      const antecedent = relativeHead(scene, from - 1, floor)
      if (antecedent === undefined) break
      from = antecedent
      continue
    }
    from -= 1
  }
  from = withList(scene, from, floor)
  return trimmed(tokens, from, end)
}

const LONGEST_NICKNAME = 6 // words and marks

// Corvin “the Fox” Hale said: back over the nickname to the forename
function beforeNickname({ tokens, quotationOf }: Scene, at: number, floor: number): number | undefined {
  if (!/^["”’“»]$/.test(tokens[at]?.text ?? '') || quotationOf[at] !== -1 || tokens[at + 1]?.pos !== 'PROPN')
    return undefined
  for (let k = at - 2; k > floor && k >= at - LONGEST_NICKNAME; k--) {
    if (/^["“„‘«]$/.test(tokens[k]?.text ?? '')) return tokens[k - 1]?.pos === 'PROPN' ? k - 1 : undefined
  }
  return undefined
}

function endsPhrase(token: Token): boolean {
  return /^(NOUN|PROPN|PRON|NUM|ADJ|DET|X)$/.test(token.pos)
    ? !/^(that|which|who|what|whom|how|there|where|its|my|our|their|your)$/.test(token.lower)
    : token.text === ')' || /^(others|one|some|both|all|many)$/.test(token.lower)
}

/** True where the token, with what stands right of it, is inside one noun phrase. */
function belongs({ tokens, quotationOf }: Scene, at: number, end: number, floor: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const previous = at > floor ? tokens[at - 1] : undefined
  if (!token || !next) return false
  if (quotationOf[at] !== quotationOf[end - 1]) return false
  if (/^(NOUN|PROPN|ADJ|NUM|DET|X|SYM)$/.test(token.pos))
    return !/^(that|this)$/.test(token.lower) || next.pos === 'NOUN'
  if (token.pos === 'PRON')
    return !/^(who|which|that|what|whom|it|he|she|they|i|we|you|him|them|us|me)$/.test(token.lower)
  // Karsk's envoy; the Prisoners’ Bureau: the tagger takes the second for a mark
  if (/^(’s|'s|’|')$/.test(token.lower)) return previous?.end === token.start && /^(NOUN|PROPN)$/.test(previous.pos)
  if (token.pos === 'PART') return false
  if (/^(-|–|&|\.|\/)$/.test(token.text))
    return token.text !== '–' && previous?.end === token.start && (token.text !== '.' || next.start - token.end <= 1)
  if (token.pos === 'ADP') {
    if (/^(after|before|during|since|until|despite|than|like|because|as)$/.test(token.lower)) return false
    return (
      previous !== undefined &&
      (/^(NOUN|PROPN|NUM|ADJ)$/.test(previous.pos) ||
        POSTMODIFIERS.test(previous.lower) ||
        /^(one|some|many|most|several|both|all|none|those)$/.test(previous.lower)) &&
      !TIME.test(next.lower)
    )
  }
  if (token.pos === 'VERB') {
    if (POSTMODIFIERS.test(token.lower))
      return (
        (previous !== undefined && /^(NOUN|PRON|PROPN)$/.test(previous.pos) && next.pos === 'ADP') ||
        /^(NOUN|PROPN)$/.test(next.pos)
      )
    return (
      /(ed|ing|en)$/.test(token.lower) &&
      /^(NOUN|PROPN|ADJ)$/.test(next.pos) &&
      previous !== undefined &&
      /^(DET|ADJ|ADP|NUM|PART)$/.test(previous.pos) &&
      previous.lower !== 'to'
    )
  }
  if (token.lower === 'and' || token.lower === 'nor' || token.lower === '&') {
    return (
      previous !== undefined && /^(NOUN|PROPN|NUM)$/.test(previous.pos) && /^(NOUN|PROPN|DET|ADJ|PRON)$/.test(next.pos)
    )
  }
  if (token.lower === 'both' || token.lower === 'neither') return true
  if (token.pos === 'ADV') return next.pos === 'ADJ' && previous !== undefined && /^(DET|NOUN)$/.test(previous.pos)
  return false
}

// the officials who attended the talks said: back over the relative clause to its head
function relativeHead(scene: Scene, at: number, floor: number): number | undefined {
  const { tokens } = scene
  for (let k = at; k > floor && k > at - 14; k--) {
    const token = tokens[k]
    if (!token || token.pos === 'PUNCT') return undefined
    if (token.lower === 'who') return endsPhrase(tokens[k - 1] ?? token) && tokens[k - 1]?.text !== ',' ? k : undefined
  }
  return undefined
}

// The palace, the ministry, and the agency (MNA) declined: back over the items of a list
function withList(scene: Scene, start: number, floor: number): number {
  const { tokens } = scene
  let from = start
  const isTail =
    tokens[from - 1]?.lower === 'and' ||
    tokens.slice(from, from + 14).some((t, i, list) => t.lower === 'and' && list[i - 1]?.text === ',')
  if (
    !isTail &&
    !(tokens[from - 1]?.text === ',' && tokens.slice(from).some(({ lower }, i) => lower === 'and' && i < 10))
  )
    return from
  let at = from - 1
  if (tokens[at]?.lower === 'and') at -= 1
  let items = 0
  while (at > floor && tokens[at]?.text === ',') {
    let k = at
    while (k > floor && /^(NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[k - 1]?.pos ?? '')) k -= 1
    if (k === at) break
    items += 1
    from = k
    at = k - 1
  }
  return items >= 1 ? from : start
}

const CLOCK = /^(\d{1,2}[:.h]\d\d|[ap]\.?m\.?)$/i

/** Drops what stands before the phrase proper: "But", "On Tuesday", "In Karsk". */
function trimmed(tokens: readonly Token[], start: number, end: number): Range | undefined {
  let from = start
  while (from < end - 1 && CLOCK.test(tokens[from]?.text ?? '')) from += 1 // 18:52 Two delegates say (a live blog)
  while (
    from < end &&
    /^(CCONJ|ADV|SCONJ|INTJ|PUNCT|PART)$/.test(tokens[from]?.pos ?? '') &&
    !/^(both|\()$/i.test(tokens[from]?.text ?? '')
  )
    from += 1
  if (tokens[from]?.pos === 'ADP' || tokens[from - 1]?.pos === 'ADP') {
    const seam = seamOf(tokens, from, end)
    if (seam === undefined && tokens[from]?.pos === 'ADP') return undefined
    from = seam ?? from
  }
  if (
    TIME.test(tokens[from]?.text ?? '') &&
    end - from > 1 &&
    /^(DET|PROPN|NOUN)$/.test(tokens[from + 1]?.pos ?? '') &&
    !/^(may)$/i.test(tokens[from]?.text ?? '')
  )
    from += 1
  let to = end
  // officials on Tuesday said
  while (to - from > 2 && TIME.test(tokens[to - 1]?.text ?? '') && /^(ADP|ADJ|DET)$/.test(tokens[to - 2]?.pos ?? ''))
    to -= 2
  while (to - from > 1 && TIME.test(tokens[to - 1]?.text ?? '')) to -= 1
  // which said, after "its report of March 4": a day says nothing
  if (
    tokens.slice(from, to).every(({ text, pos }) => TIME.test(text) || pos === 'NUM') &&
    tokens.slice(from, to).some(({ text }) => TIME.test(text))
  )
    return undefined
  if (
    to <= from ||
    !tokens
      .slice(from, to)
      .some(({ pos, lower }) => /^(NOUN|PROPN|PRON|NUM|X|ADJ|DET)$/.test(pos) || /^(others|one|both)$/.test(lower))
  )
    return undefined
  return { from, to }
}

// In Karsk the minister / On Tuesday Meridian: where one phrase ends and the next begins
function seamOf(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let k = from + 1; k < end; k++) {
    const [a, b] = [tokens[k - 1], tokens[k]]
    if (!a || !b || !/^(NOUN|PROPN|NUM)$/.test(a.pos)) continue
    if (/^(DET|PRON)$/.test(b.pos) || (b.pos === 'PROPN' && (TIME.test(a.lower) || a.pos === 'NUM'))) return k
  }
  return undefined
}
