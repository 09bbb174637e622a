// What a correction puts in the place of what it takes back: in the correcting report, the same words with another
// number. "within ninety days" -> "within sixty days".

const ALIKE = 0.7 // of the words that are no numbers
const NUMBER =
  /^(?:\d[\d.,:/-]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|half|third|quarter)$/

/** The first of the wordings that says the same as `before` but for a number; undefined where none does. */
export function findCorrected<T>(before: string, found: readonly T[], wordingOf: (one: T) => string): T | undefined {
  const old = splitNumbers(before)
  return found.find((one) => {
    const now = splitNumbers(wordingOf(one))
    const shared = [...old.words].filter((word) => now.words.has(word)).length
    const isAlike = shared >= ALIKE * Math.max(old.words.size, now.words.size)
    const isChanged = old.numbers.length > 0 && now.numbers.length > 0 && `${old.numbers}` !== `${now.numbers}`
    return isAlike && isChanged
  })
}

function splitNumbers(wording: string): { words: Set<string>; numbers: string[] } {
  const all = wording.toLowerCase().match(/\d[\d.,:/-]*\d|[\p{L}\d]+/gu) ?? []
  return { words: new Set(all.filter((word) => !NUMBER.test(word))), numbers: all.filter((word) => NUMBER.test(word)) }
}
