// Whether one statement tells what its speaker thinks, and the other what a crowd does: "he opposed the toll", said Marrow, and "nine in
// ten residents opposed the toll".
import type { Statement } from './make-statement.ts'

const COUNTED =
  /^(?:that )?(?:(?:more|fewer|less) than |at least |nearly |almost |about |some |over )?(?:\d|most\b|many\b|all\b|half\b|two-thirds\b|a (?:majority|third|quarter|minority)\b|(?:two|three|four|five|six|seven|eight|nine|ten)\b)/iu

/** Why they are about different people, in a few words. */
export function differInSubject(a: Statement, b: Statement): string | undefined {
  const isOther = (one: Statement, other: Statement): boolean => tellsOfSelf(one) && COUNTED.test(other.text)
  return isOther(a, b) || isOther(b, a) ? 'one is what its speaker thinks, the other what many do' : undefined
}

// "he" or "she" at the head, where that is known to be the speaker
function tellsOfSelf({ text, namings }: Statement): boolean {
  const [lead] = /^\W*(?:that\s+)?(?:he|she)\b/iu.exec(text) ?? []
  return lead !== undefined && namings.some(({ end }) => end === lead.length)
}
