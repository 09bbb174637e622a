// The word of a name that stays where the others are left out: Sami al-Hamad, Al-Hamad and Hamad are one; and the small
// words that belong to a name: Ursula von der Halde.

/** Articles and forebears that are written to a name with a stroke. */
export const ARTICLE = /^(?:al|el|ad|an|as|ash|ar|az|at|ul|ud)$/i
/** Words of a name that bear no capital inside it. */
export const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|du|la|le|dos|das|bin|ben|ibn|bint|abu|al|el|ter|ten)$/i

/** The surname without its article; of a name of one word, that word; of Han Ki-sung, who has it first, Han. */
export function surnameOf(name: string): string {
  const words = name.split(' ')
  const last = words.at(-1) ?? name
  if (words.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last)) return words[0] ?? name
  const [article = '', ...rest] = last.split('-')
  return rest.length > 0 && ARTICLE.test(article) ? rest.join('-') : last
}

/** True for a surname alone that begins with such a word: Von der Halde, Al-Hamad. */
export function isSurnameAlone(name: string): boolean {
  const [first = ''] = name.split(' ')
  return PARTICLE.test(first) || (!name.includes(' ') && ARTICLE.test(name.split('-')[0] ?? '') && name.includes('-'))
}
