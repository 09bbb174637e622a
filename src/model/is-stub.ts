// Whether a later version of a page only hides its text: it says that a paywall cut it, or most of the words are gone and
// what is left asks the reader to pay or to sign in. "The rest is for subscribers. Sign in to continue reading."

interface Text {
  readonly text: string
  readonly cut?: unknown // a doc that says that it is not the whole report
}

/** True where the later text is what remains of a page behind a paywall. The words that it lacks are not taken back. */
export function isStub(later: Text, earlier: Text): boolean {
  const [left, all] = [countWords(later.text), countWords(earlier.text)]
  return left < SHARE * all && (later.cut !== undefined || ASKS.test(later.text))
}

const SHARE = 0.5 // of the words; a shortened report keeps more, or asks for nothing

const ASKS =
  /\b(?:subscrib(?:e|er|ers|ing)|subscription|(?:sign|log) in\b|register (?:now|to|for)|(?:continue|keep) reading|premium (?:content|article)|unlock (?:this|the))/i

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
