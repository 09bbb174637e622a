// Words that no language has, spelt from syllables: for invented reports.

const SYLLABLES =
  'ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo'.split(
    ' ',
  )
const WORDS = 30_000 // of which a few stand everywhere

/** A word; few of them stand everywhere, and most hardly anywhere. */
export function word(random: () => number): string {
  return spell(Math.floor(WORDS * random() ** 3), 3)
}

/** The word of a number, of so many syllables at least. */
export function spell(number: number, least: number): string {
  let rest = number
  let spelt = ''
  for (let at = 0; at < least || rest > 0; at++) {
    spelt += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return spelt
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
