// Whether a text may call somebody "he" or "she": by title and by the words for what they do; else by the pronouns that
// stand nearest to the name; else by the given name, which is a weak sign.
import type { Entry } from './chain-book.ts'
import { usualGender } from './english/given-names.ts'
import type { Person } from './find-names.ts'
import type { Scene } from './scene.ts'

export type Gender = 'he' | 'she'

const HIS =
  /^(mr|sir|lord|king|prince|duke|baron|sheikh|imam|rabbi|pope|spokesman|chairman|congressman|councilman|businessman|policeman|fireman|statesman|salesman|father|husband|son|brother|uncle|nephew|grandfather|grandson|widower|man|men|boy|guy|gentleman|monk|priest|actor|waiter|emperor|stepfather|boyfriend)$/
const HERS =
  /^(mrs|ms|miss|lady|dame|queen|princess|duchess|baroness|spokeswoman|chairwoman|congresswoman|councilwoman|businesswoman|policewoman|stateswoman|mother|wife|daughter|sister|aunt|niece|grandmother|granddaughter|widow|woman|women|girl|nun|actress|waitress|empress|heiress|hostess|stepmother|girlfriend|fiancee|fiancée|mum|mom)$/

/** The gender that a noun or a title gives its bearer. */
export function genderOfNoun(noun: string): Gender | undefined {
  const word = noun.toLowerCase().replace(/\.$/, '')
  return HIS.test(word) ? 'he' : HERS.test(word) ? 'she' : undefined
}

/** The pronouns that are somebody's, with their gender. */
const GENDERED: ReadonlyMap<string, Gender> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
])

/** The gender that the word gives whom it means; undefined for a word that gives none. */
export function genderOfPronoun(word: string): Gender | undefined {
  return GENDERED.get(word.toLowerCase())
}

/** The gender of an entry, as sure as the text makes it: by title or pronoun. */
export function genderOf({ gender, voice }: Entry): Gender | undefined {
  if (gender) return gender
  if (voice.kind === 'anonymous') return genderOfNoun(voice.head)
  return voice.kind === 'person' ? voice.person?.gender : undefined
}

/**
 * The gender of each person of the doc. Ms. Marrow: by the title. Ilse Marrow took her papers and left: by the pronouns
 * between her name and the next. Where there is neither, by the given name.
 */
export function judgeGenders(
  scene: Scene,
  people: readonly Omit<Person, 'gender'>[],
): Map<Omit<Person, 'gender'>, Gender> {
  const nearby = countNearby(scene, people)
  const judged = new Map<Omit<Person, 'gender'>, Gender>()
  for (const person of people) {
    const { he, she } = nearby.get(person) ?? { he: 0, she: 0 }
    const titled = titleGender(person.mentions)
    const usual = usualGender(person.name.split(' ').find((word) => !/^\p{Lu}\.?$/u.test(word)) ?? '')
    const sum = he - she + (usual === 'he' ? USUAL : usual === 'she' ? -USUAL : 0) + slavic(person.name)
    const gender = titled ?? (sum >= FEWEST ? 'he' : sum <= -FEWEST ? 'she' : undefined)
    if (gender) judged.set(person, gender)
  }
  return judged
}

const USUAL = 4 // pronouns that a given name weighs as much as
const FEWEST = 2 // one pronoun may be another's

// Marina Karelova, Anna Ostrowska: surnames that only women bear in several Slavic languages
function slavic(name: string): number {
  const surname = name.split(' ').at(-1) ?? ''
  return name.includes(' ') && /(?:[oe]va|skaya|skaia|ska|cka)$/.test(surname) && surname.length > 5 ? -2 : 0
}

/** The gender that the titles of a name's mentions give. */
export function titleGender(mentions: readonly { readonly title: string }[]): Gender | undefined {
  for (const { title } of mentions) {
    for (const word of title.split(/\s+/)) {
      const gender = genderOfNoun(word)
      if (gender) return gender
    }
  }
  return undefined
}

const REACH = 40 // words after a name within which a pronoun is rather its bearer's

function countNearby(
  { tokens, quotationOf, sentenceOf }: Scene,
  people: readonly Omit<Person, 'gender'>[],
): Map<Omit<Person, 'gender'>, { he: number; she: number }> {
  const bearers = new Map(people.flatMap((person) => person.mentions.map(({ from }) => [from, person] as const)))
  const counted = new Map<Omit<Person, 'gender'>, { he: number; she: number }>()
  for (const person of people) {
    const count = { he: 0, she: 0 }
    for (const { from, to } of person.mentions) {
      if ((quotationOf[from] ?? -1) >= 0) continue
      for (let at = to; at < Math.min(tokens.length, to + REACH); at++) {
        if (bearers.has(at) && bearers.get(at) !== person) break
        if ((quotationOf[at] ?? -1) >= 0) continue
        if ((sentenceOf[at] ?? 0) > (sentenceOf[from] ?? 0) + 1) break
        const gender = genderOfPronoun(tokens[at]?.lower ?? '')
        if (gender) count[gender] += 1
      }
    }
    counted.set(person, count)
  }
  return counted
}
