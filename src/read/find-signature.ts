// Whose a quotation is that stands alone, signed by a dash and a name: “We welcome the pact.” — Commissioner Marrow
import { blockOf, rangeOfQuotation, withOpenParagraphs } from './find-contents.ts'
import { closesQuotation, type Range, type Scene } from './scene.ts'

export interface Signature {
  readonly source: Range
  readonly content: readonly Range[]
}

const DASH = /^(—|–|―|-|--|~)$/
const LONGEST = 16 // words and marks: a name, an office and a day

/** What the dash at the token signs, and who signs it; none where it is a dash like others. */
export function findSignature(scene: Scene, dash: number): Signature | undefined {
  if (!DASH.test(scene.tokens[dash]?.text ?? '')) return undefined
  const source = signerAfter(scene, dash)
  const content = source ? signedBefore(scene, dash, source) : []
  return source && content.length > 0 ? { source, content } : undefined
}

// Anselm Roke, Foreign Minister: to the end of the paragraph, and no verb in it
function signerAfter(scene: Scene, dash: number): Range | undefined {
  const { tokens } = scene
  const block = blockOf(scene, dash)
  let to = dash + 1
  while (to < tokens.length && to < dash + LONGEST + 3 && blockOf(scene, to) === block) to += 1
  while (to > dash + 1 && /^[.”"’]$/.test(tokens[to - 1]?.text ?? '')) to -= 1
  const words = tokens.slice(dash + 1, to)
  const comma = words.findIndex(({ text }) => /^[,(]$/.test(text))
  const name = comma < 0 ? words : words.slice(0, comma)
  if (words.length > LONGEST || name.length === 0) return undefined
  const isName = name.every(
    ({ text, pos, lower }) => /^\p{Lu}/u.test(text) || (pos !== 'VERB' && /^(of|the|de|van|von)$/.test(lower)),
  )
  const isClause = words.some(({ pos }) => pos === 'AUX') || name.some(({ pos }) => pos === 'VERB')
  return isName && !isClause && /^\p{Lu}/u.test(name[0]?.text ?? '') ? { from: dash + 1, to } : undefined
}

function signedBefore(scene: Scene, dash: number, source: Range): readonly Range[] {
  const { tokens, quotationOf } = scene
  const block = blockOf(scene, dash)
  const isAlone = blockOf(scene, dash - 1) !== block // on a line of its own
  const last = tokens[dash - 1]?.text === ',' ? dash - 2 : dash - 1
  const q = quotationOf[last] ?? -1
  const range = rangeOfQuotation(scene, q)
  if (q >= 0 && range && closesQuotation(scene, last) && blockOf(scene, last) === (isAlone ? block - 1 : block)) {
    // the quotation fills its paragraph: a dash after a word in marks is a dash like others
    const isWhole = blockOf(scene, range.from - 1) !== blockOf(scene, range.from)
    return isWhole || (isAlone && tokens[last - 1]?.text === '.') ? withOpenParagraphs(scene, q, [range]) : []
  }
  // The lock is open. ¶ — Runa Hald (@riverguard): the post of an account
  const hasHandle = tokens.slice(source.from, source.to).some(({ text }) => text.startsWith('@'))
  if (!isAlone || !hasHandle) return []
  let from = dash
  while (from > 0 && blockOf(scene, from - 1) === block - 1) from -= 1
  return from < dash ? [{ from, to: dash }] : []
}
