// Draws the hundred sources of PolNeAR dev that are pronouns, bare surnames or bare roles, of whom a person has read
// who is meant (test/gold/who.tsv). Needs the corpus; keeps none of it.
import { type Article, type Drawn, randomFrom, shuffle } from './draw-acts.ts'

const SEED = 20261126
const WANTED = { pronoun: 45, surname: 38, role: 17 } as const // roles are the rarest and the hardest

const PRONOUN = /^(?:he|she|they|it|we|i|who|you|him|her|them|us)$/i
const ROLE =
  /^(?:the|this|that|his|her|their|our) (?:\p{Ll}[\p{L}-]* ){0,3}(?:president|minister|premier|chancellor|secretary|senator|governor|congress(?:wo)?man|lawmaker|mayor|candidate|nominee|front-?runner|leader|spokes(?:man|woman|person)|official|ambassador|envoy|adviser|advisor|director|chair(?:man|woman)?|chief|judge|justice|general|billionaire|businessman|mogul|developer|magnate|tycoon|professor|author|writer|reporter|analyst|expert|strategist|pollster|lawyer|attorney|manager|source|aide|man|woman|democrat|republican|host|pastor|officer|sheriff|politician|veteran)$/u

/** The draw: the same for one seed and one corpus. */
export function drawWho(articles: readonly Article[], seed = SEED): Drawn[] {
  const all = articles
    .filter(({ id, isHeld }) => isHeld && id !== '')
    .flatMap((article) =>
      article.marked.flatMap((one) => {
        const group = groupOfWho(one, article.text)
        return group ? [{ article, one, group }] : []
      }),
    )
  const shuffled = shuffle(all, randomFrom(seed))
  return Object.entries(WANTED).flatMap(([group, count]) =>
    shuffled.filter((one) => one.group === group).slice(0, count),
  )
}

/** What kind of words the source is: a pronoun, a bare role, a bare surname; undefined for all others. */
export function groupOfWho({ source }: Drawn['one'], text: string): keyof typeof WANTED | undefined {
  const words = source.map(([start, end]) => text.slice(start, end)).join(' ')
  if (PRONOUN.test(words)) return 'pronoun'
  if (ROLE.test(words)) return 'role'
  return isSurname(words, text) ? 'surname' : undefined
}

// Marrow, of whom the article somewhere says Ilse Marrow
function isSurname(words: string, text: string): boolean {
  return /^\p{Lu}[\p{L}’'-]+$/u.test(words) && new RegExp(`\\p{Lu}\\p{L}+ (?:\\p{Lu}\\. )?${words}\\b`, 'u').test(text)
}
