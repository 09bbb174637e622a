// A bucket: the postings of many keys as one list of numbers, which is read and written in the place of hundreds of values.
// At its head how many keys there are, and how many older buckets were split off; three numbers of each key (its hash in two,
// and where its postings end); then the postings, two numbers each: the thing, and its day in the upper half of the other.

/** A key as 64 bits: it is one chance in a million that two of some millions are the same. */
export interface Hash {
  readonly high: number
  readonly low: number
}

/** What a loose posting has for its thing and its day where the last posting of its key is to go instead. */
export const TAKEN_BACK = 0xffffffff

/** Numbers in a loose posting, one that is in no bucket yet: its key in two, the thing, and its day. */
export const PER_LOOSE = 4

export type Bucket = Uint32Array<ArrayBuffer>

const HEAD = 2
const PER_KEY = 3

export const NO_POSTINGS: Bucket = new Uint32Array(HEAD)

/** A bucket from the bytes on a shelf. */
export function fromBytes(bytes: Uint8Array): Bucket {
  return new Uint32Array(bytes.slice().buffer)
}

/** How many older buckets were split off. */
export function countSplit(bucket: Bucket): number {
  return bucket[1] ?? 0
}

/** Where the postings of a key stand in the bucket. */
export function findRange(bucket: Bucket, { high, low }: Hash): readonly [from: number, until: number] {
  const count = bucket[0] ?? 0
  let [least, most] = [0, count]
  while (least < most) {
    const middle = (least + most) >> 1
    const at = HEAD + PER_KEY * middle
    const own = bucket[at] ?? 0
    if (own < high || (own === high && (bucket[at + 1] ?? 0) < low)) least = middle + 1
    else most = middle
  }
  const at = HEAD + PER_KEY * least
  if (least === count || bucket[at] !== high || bucket[at + 1] !== low) return NOWHERE
  const start = HEAD + PER_KEY * count
  return [start + 2 * (least > 0 ? (bucket[at - 1] ?? 0) : 0), start + 2 * (bucket[at + 2] ?? 0)]
}

const NOWHERE = [0, 0] as const

/** The bucket with loose postings put in, each behind those of its key. */
export function putIn(bucket: Bucket, loose: Uint32Array): Bucket {
  const at = (place: number, nth: number): number => loose[PER_LOOSE * place + nth] ?? 0
  const sorted = Array.from({ length: loose.length / PER_LOOSE }, (_, place) => place)
  sorted.sort((a, b) => at(a, 0) - at(b, 0) || at(a, 1) - at(b, 1) || a - b)
  const made = new Packing(bucket.length + 2 * sorted.length, (bucket[0] ?? 0) + sorted.length)
  const end = HEAD + PER_KEY * (bucket[0] ?? 0)
  let key = HEAD // of the bucket, the next to take
  let from = end
  const takeNext = (): void => {
    const until = end + 2 * (bucket[key + 2] ?? 0)
    made.begin(bucket[key] ?? 0, bucket[key + 1] ?? 0)
    made.copy(bucket, from, until)
    from = until
    key += PER_KEY
  }
  let [high, low] = [-1, -1]
  for (const place of sorted) {
    if (at(place, 0) !== high || at(place, 1) !== low) {
      high = at(place, 0)
      low = at(place, 1)
      while (key < end && isBefore(bucket, key, high, low)) takeNext()
      if (key < end && bucket[key] === high && bucket[key + 1] === low) takeNext()
      else made.begin(high, low)
    }
    const [number, word] = [at(place, 2), at(place, 3)]
    if (number === TAKEN_BACK && word === TAKEN_BACK) made.takeBack()
    else made.put(number, word)
  }
  while (key < end) takeNext()
  return made.end(countSplit(bucket))
}

/** The bucket as of a day and later, and what is older in one of its own; undefined where that would be little. */
export function splitAt(bucket: Bucket, day: number): { readonly young: Bucket; readonly old: Bucket } | undefined {
  const count = bucket[0] ?? 0
  const start = HEAD + PER_KEY * count
  const limit = day * 2 ** 16
  let older = 0
  for (let at = start; at < bucket.length; at += 2) if ((bucket[at + 1] ?? 0) < limit) older++
  if (older < SPLIT_LEAST || 2 * older < bucket.length - start - 2 * older) return undefined
  const young = new Packing(bucket.length, count)
  const old = new Packing(bucket.length, count)
  for (let at = HEAD, from = start; at < start; at += PER_KEY) {
    const until = start + 2 * (bucket[at + 2] ?? 0)
    let middle = from
    while (middle < until && (bucket[middle + 1] ?? 0) < limit) middle += 2
    for (const [part, first, last] of [[old, from, middle] as const, [young, middle, until] as const]) {
      part.begin(bucket[at] ?? 0, bucket[at + 1] ?? 0)
      part.copy(bucket, first, last)
    }
    from = until
  }
  return { young: young.end(countSplit(bucket) + 1), old: old.end(0) }
}

const SPLIT_LEAST = 200 // postings

function isBefore(bucket: Bucket, at: number, high: number, low: number): boolean {
  const own = bucket[at] ?? 0
  return own < high || (own === high && (bucket[at + 1] ?? 0) < low)
}

// A bucket in the making, key after key in order; a key without postings is left out.
class Packing {
  readonly #keys: Bucket
  readonly #postings: Bucket
  #key = 0
  #from = 0 // of the postings of the key under way
  #until = 0

  constructor(numbers: number, keys: number) {
    this.#postings = new Uint32Array(numbers)
    this.#keys = new Uint32Array(PER_KEY * keys)
  }

  begin(high: number, low: number): void {
    this.#close()
    this.#keys[this.#key] = high
    this.#keys[this.#key + 1] = low
  }

  copy(bucket: Bucket, from: number, until: number): void {
    for (let at = from; at < until; at++) this.#postings[this.#until++] = bucket[at] ?? 0
  }

  put(number: number, word: number): void {
    this.#postings[this.#until++] = number
    this.#postings[this.#until++] = word
  }

  takeBack(): void {
    this.#until = Math.max(this.#from, this.#until - 2)
  }

  end(splits: number): Bucket {
    this.#close()
    const made = new Uint32Array(HEAD + this.#key + this.#until)
    made[0] = this.#key / PER_KEY
    made[1] = splits
    made.set(this.#keys.subarray(0, this.#key), HEAD)
    made.set(this.#postings.subarray(0, this.#until), HEAD + this.#key)
    return made
  }

  #close(): void {
    if (this.#until === this.#from) return
    this.#keys[this.#key + 2] = this.#until / 2
    this.#key += PER_KEY
    this.#from = this.#until
  }
}
