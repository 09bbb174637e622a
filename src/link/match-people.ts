// Which people of two docs are one: by surname and given names, through spellings and titles. Two people who share a
// surname stay two, and so do two of nearly one name, unless they hold one office; a surname alone joins the only one who
// bears it so far, or nobody.
import { editDistance, foldPerson, suffixOf } from './fold-name.ts'
import type { Memory } from './memory.ts'

interface Person {
  readonly given: readonly string[] // empty while only the surname is known
  readonly surname: string
  readonly suffix?: string // jr, sr
  readonly bearer: string // id of an entity
}

/** People seen so far, found by name. */
export class People {
  readonly #memory: Memory

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /**
   * The bearer of a name: one already seen, else what `make` gives. Undefined for a name without letters. `isColleague`:
   * a bearer holds an office that is given here too, so that a name nearly the same is a misprint.
   */
  match(name: string, make: () => string, isColleague: (bearer: string) => boolean = () => false): string | undefined {
    const words = foldPerson(name)
    const surname = words.at(-1)
    if (surname === undefined) return undefined
    const given = words.slice(0, -1)
    const suffix = suffixOf(name)
    const fitting = this.#listNear(surname, given).filter((number) => {
      const person = this.#find(number)
      const isExact = person.surname === surname && agree(person.given, given)
      const isNear = isExact || (agree(person.given, given, 1) && isColleague(person.bearer))
      return isNear && agreeInSuffix(person.suffix, suffix)
    })
    const [number] = fitting
    if (number !== undefined && fitting.length === 1) {
      const only = this.#find(number)
      const isFuller = given.length > only.given.length
      const isNew = suffix !== undefined && only.suffix === undefined
      const fuller = { ...only, ...(isFuller && { given }), ...(isNew && { suffix }) }
      if (isFuller || isNew) this.#memory.write(`person ${number}`, fuller)
      return only.bearer
    }
    return this.#add({ given, surname, ...(suffix && { suffix }), bearer: make() })
  }

  /** The bearer of exactly this full name, if it is known. */
  find(name: string): string | undefined {
    const words = foldPerson(name)
    if (words.length < 2) return undefined
    const given = words.slice(0, -1).join(' ')
    const people = this.#list('surname', words.at(-1) ?? '').map((number) => this.#find(number))
    return people.find((person) => person.given.join(' ') === given && agreeInSuffix(person.suffix, suffixOf(name)))
      ?.bearer
  }

  /** The only bearer of a surname, if it is known and there is one. */
  findOnly(surname: string): string | undefined {
    const [only, ...others] = this.#list('surname', foldPerson(surname).at(-1) ?? '')
    return only !== undefined && others.length === 0 ? this.#find(only).bearer : undefined
  }

  #find(number: number): Person {
    return this.#memory.read<Person>(`person ${number}`) ?? { given: [], surname: '', bearer: '' }
  }

  #add(person: Person): string {
    const number = this.#memory.read<number>('people') ?? 0
    this.#memory.write('people', number + 1)
    this.#memory.write(`person ${number}`, person)
    this.#memory.append(`surname ${person.surname}`, number)
    const [first] = person.given
    if (first) this.#memory.append(`given ${first}`, number)
    return person.bearer
  }

  #list(kind: 'surname' | 'given', word: string): number[] {
    return this.#memory.list(`${kind} ${word}`).toArray()
  }

  // Exact surname first. A near one only for a long surname whose given name is the same: "Ostrowksi" for "Ostrowski".
  #listNear(surname: string, given: readonly string[]): number[] {
    const exact = this.#list('surname', surname)
    if (exact.length > 0) return exact
    if (surname.length < 6 || given.length === 0) return []
    const most = surname.length >= 9 ? 2 : 1
    return this.#list('given', given[0] ?? '').filter(
      (number) => editDistance(this.#find(number).surname, surname, most) <= most,
    )
  }
}

// "Ilse Marrow", "I. Marrow", "Marrow" and "Ilse Anna Marrow" agree; "Ilse" and "Jon" do not. `most`: letters that may differ.
function agree(a: readonly string[], b: readonly string[], most = 0): boolean {
  const [first, second] = [a[0], b[0]]
  if (first === undefined || second === undefined) return true
  if (first.length === 1 || second.length === 1) return first[0] === second[0]
  return first === second || (first.length >= 5 && editDistance(first, second, most) <= most)
}

// Anselm Roke Jr. may be printed without it; he is not Anselm Roke Sr.
function agreeInSuffix(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}
