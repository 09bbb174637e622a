// Whether a later version of a page only hides its text: most of the words are gone, and what is left asks the reader to
// pay or to sign in. "The rest is for subscribers. Sign in to continue reading."

/** True where the later text is what remains of a page behind a paywall. The words that it lacks are not taken back. */
export function isStub(later: string, earlier: string): boolean {
  const [left, all] = [countWords(later), countWords(earlier)]
  return left < SHARE * all && ASKS.test(later)
}

const SHARE = 0.5 // of the words; a shortened report keeps more, or asks for nothing

const ASKS =
  /\b(?:subscrib(?:e|er|ers|ing)|subscription|(?:sign|log) in\b|register (?:now|to|for)|(?:continue|keep) reading|premium (?:content|article)|unlock (?:this|the))/i

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
