// Which people of two docs are one: by surname and given names, through spellings and titles. Two people who share a
// surname stay two; a surname alone joins the only one who bears it so far, or nobody.
import { editDistance, foldPerson } from './fold-name.ts'

export interface Person<T> {
  given: readonly string[] // empty while only the surname is known
  readonly surname: string
  readonly bearer: T
}

/** People seen so far, found by name. `make` is called for one who is new. */
export class People<T> {
  readonly #bySurname = new Map<string, Person<T>[]>()
  readonly #byGiven = new Map<string, Person<T>[]>()

  /** The bearer of a name: one already seen, else what `make` gives. Undefined for a name without letters. */
  match(name: string, make: () => T): T | undefined {
    const words = foldPerson(name)
    const surname = words.at(-1)
    if (surname === undefined) return undefined
    const given = words.slice(0, -1)
    const fitting = this.#listNear(surname, given).filter((person) => agree(person.given, given))
    const [only] = fitting
    if (only && fitting.length === 1) {
      if (given.length > only.given.length) only.given = given
      return only.bearer
    }
    const person = { given, surname, bearer: make() }
    this.#bySurname.set(surname, [...(this.#bySurname.get(surname) ?? []), person])
    const first = given[0]
    if (first) this.#byGiven.set(first, [...(this.#byGiven.get(first) ?? []), person])
    return person.bearer
  }

  /** The bearer of exactly this full name, if it is known. */
  find(name: string): T | undefined {
    const words = foldPerson(name)
    if (words.length < 2) return undefined
    const given = words.slice(0, -1).join(' ')
    return this.#bySurname.get(words.at(-1) ?? '')?.find((person) => person.given.join(' ') === given)?.bearer
  }

  /** The only bearer of a surname, if it is known and there is one. */
  findOnly(surname: string): T | undefined {
    const [only, ...others] = this.#bySurname.get(foldPerson(surname).at(-1) ?? '') ?? []
    return others.length === 0 ? only?.bearer : undefined
  }

  // Exact surname first. A near one only for a long surname whose given name is the same: "Ostrowksi" for "Ostrowski".
  #listNear(surname: string, given: readonly string[]): readonly Person<T>[] {
    const exact = this.#bySurname.get(surname)
    if (exact) return exact
    if (surname.length < 6 || given.length === 0) return []
    const most = surname.length >= 9 ? 2 : 1
    const near = this.#byGiven.get(given[0] ?? '') ?? []
    return near.filter((person) => editDistance(person.surname, surname, most) <= most)
  }
}

// "Ilse Marrow", "I. Marrow", "Marrow" and "Ilse Anna Marrow" agree; "Ilse" and "Jon" do not; "Dmitri" and "Dmitrij" do.
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [a[0], b[0]]
  if (first === undefined || second === undefined) return true
  if (first.length === 1 || second.length === 1) return first[0] === second[0]
  return first === second || (first.length >= 5 && editDistance(first, second, 1) <= 1)
}
