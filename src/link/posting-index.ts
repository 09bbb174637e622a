// The inverted index over a shelf. Postings are put in a journal as they come, and from there into buckets in turn, a few
// buckets at a time: what a report adds costs one value and its share of the buckets, wherever its keys lie. Only the last
// months of a key stand in its bucket; what is older lies beside it, for reports without a date.
import type { Shelf } from '../model/shelf.ts'
import {
  type Bucket,
  countSplit,
  findRange,
  fromBytes,
  type Hash,
  NO_POSTINGS,
  PER_LOOSE,
  putIn,
  splitAt,
  TAKEN_BACK,
} from './bucket.ts'

/** The postings of a key, in the order in which they came. */
export class Postings {
  readonly #bucket: Uint32Array
  readonly #from: number // in the bucket
  #until: number
  #loose: number[] | undefined // behind those of the bucket

  constructor(bucket: Uint32Array, from: number, until: number) {
    this.#bucket = bucket
    this.#from = from
    this.#until = until
  }

  get length(): number {
    return (this.#until - this.#from + (this.#loose?.length ?? 0)) / 2
  }

  numberAt(place: number): number {
    return this.#at(2 * place)
  }

  wordAt(place: number): number {
    return this.#at(2 * place + 1)
  }

  /** One more, or one less. */
  follow(number: number, word: number): void {
    const isTakenBack = number === TAKEN_BACK && word === TAKEN_BACK
    if (!isTakenBack) {
      this.#loose ??= []
      this.#loose.push(number, word)
    } else if (this.#loose && this.#loose.length > 0) this.#loose.length -= 2
    else this.#until = Math.max(this.#from, this.#until - 2)
  }

  #at(place: number): number {
    const inBucket = this.#until - this.#from
    return (place < inBucket ? this.#bucket[this.#from + place] : this.#loose?.[place - inBucket]) ?? 0
  }
}

const BUCKETS = 4096
const LOOSE_MOST = 150_000 // postings in the journal: those of a thousand reports
const LOOSE_OF_BUCKET = 32 // when there are so many they are put in at hand, so that looking through them stays cheap
const FOUND_MOST = 1000 // keys
const AT_HAND_BYTES = 128 * 2 ** 20 // of buckets

interface Head {
  readonly written: number // buckets, since the beginning
  readonly pages: number // of the journal, since the beginning
  readonly first: number // page that is not wholly in buckets yet
}

const NEW: Head = { written: 0, pages: 0, first: 0 }

/** Postings of a bucket that are in no bucket yet. */
interface Loose {
  readonly numbers: Bucket
  count: number
}

const NONE: Loose = { numbers: new Uint32Array(0), count: 0 }

export class PostingIndex {
  readonly #shelf: Shelf
  readonly #buckets = new Map<number, Bucket>()
  readonly #isAhead = new Set<number>() // buckets at hand that hold more than those on the shelf
  readonly #loose = new Map<number, Loose>()
  readonly #found = new Map<string, Postings>() // a report asks for the same names again and again
  #bytes = 0
  #fresh: number[] = [] // what came since the last flush, four numbers each
  #head: Head | undefined
  #pages: number[] = [] // from the first page on: the buckets that had been written when it was

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** The postings of a key; of those that lie beside its bucket only where `isAll`. */
  find(key: string, isAll = false): Postings {
    const known = isAll ? undefined : this.#found.get(key)
    if (known) return known
    const hash = hashOf(key)
    const place = hash.low % BUCKETS
    const bucket = this.#bucketAt(place)
    const [from, until] = findRange(bucket, hash)
    const isSplit = isAll && countSplit(bucket) > 0
    const old = isSplit ? this.#listOld(place, countSplit(bucket), hash) : []
    const found = isSplit
      ? new Postings(Uint32Array.from([...old, ...bucket.subarray(from, until)]), 0, old.length + until - from)
      : new Postings(bucket, from, until)
    const { numbers, count } = this.#looseOf(place)
    for (let at = 0; at < PER_LOOSE * count; at += PER_LOOSE) {
      if (numbers[at] !== hash.high || numbers[at + 1] !== hash.low) continue
      found.follow(numbers[at + 2] ?? 0, numbers[at + 3] ?? 0)
    }
    if (this.#found.size >= FOUND_MOST) this.#found.clear()
    if (!isAll) this.#found.set(key, found)
    return found
  }

  /** Puts a posting behind those of a key. */
  add(key: string, number: number, word: number): Hash {
    const hash = hashOf(key)
    this.#put(hash, number, word)
    this.#found.get(key)?.follow(number, word)
    this.#fresh.push(hash.high, hash.low, number, word)
    return hash
  }

  /** Takes back the last posting of a key. */
  takeBack(hash: Hash): void {
    this.#put(hash, TAKEN_BACK, TAKEN_BACK)
    this.#found.clear()
    this.#fresh.push(hash.high, hash.low, TAKEN_BACK, TAKEN_BACK)
  }

  /** Puts on the shelf what came, and the next buckets in turn. `oldest`: the day before which only reports without one look. */
  flush(oldest: number): void {
    const { written: before, pages, first } = this.#headNow()
    const came = this.#fresh.length / 4
    if (came === 0) return
    const written = before + Math.min(BUCKETS, Math.ceil((BUCKETS * came) / LOOSE_MOST))
    this.#shelf.set(`journal ${pages}`, bytesOf(Uint32Array.from([before, ...this.#fresh])))
    this.#pages.push(before)
    this.#fresh = []
    for (let turn = before; turn < written; turn++) this.#write(turn % BUCKETS, oldest)
    const done = this.#pages.filter((since) => written - since >= BUCKETS).length
    for (let page = first; page < first + done; page++) this.#shelf.set(`journal ${page}`, undefined)
    this.#pages.splice(0, done)
    this.#head = { written, pages: pages + 1, first: first + done }
    this.#shelf.set('journal', JSON.stringify(this.#head))
    this.#letGo()
  }

  #write(place: number, oldest: number): void {
    if (this.#looseOf(place).count === 0 && !this.#isAhead.has(place)) return
    const bucket = this.#putInLoose(place)
    const split = splitAt(bucket, oldest)
    if (split) this.#shelf.set(`bucket ${place} ${countSplit(bucket)}`, bytesOf(split.old))
    this.#isAhead.delete(place)
    this.#keep(place, split?.young ?? bucket)
    this.#shelf.set(`bucket ${place}`, bytesOf(split?.young ?? bucket))
  }

  #put({ high, low }: Hash, number: number, word: number): void {
    const place = low % BUCKETS
    let loose = this.#looseOf(place)
    if (loose === NONE) {
      loose = { numbers: new Uint32Array(PER_LOOSE * LOOSE_OF_BUCKET), count: 0 }
      this.#loose.set(place, loose)
    }
    const at = PER_LOOSE * loose.count++
    loose.numbers[at] = high
    loose.numbers[at + 1] = low
    loose.numbers[at + 2] = number
    loose.numbers[at + 3] = word
    if (loose.count < LOOSE_OF_BUCKET) return
    this.#keep(place, this.#putInLoose(place))
    this.#isAhead.add(place)
  }

  #putInLoose(place: number): Bucket {
    const { numbers, count } = this.#looseOf(place)
    this.#loose.delete(place)
    return putIn(this.#bucketAt(place), numbers.subarray(0, PER_LOOSE * count))
  }

  #looseOf(place: number): Loose {
    this.#headNow()
    return this.#loose.get(place) ?? NONE
  }

  #bucketAt(place: number): Bucket {
    this.#headNow() // the journal may have more for the bucket
    const known = this.#buckets.get(place)
    if (known) return known
    const bytes = this.#shelf.get(`bucket ${place}`)
    const bucket = bytes instanceof Uint8Array ? fromBytes(bytes) : NO_POSTINGS
    this.#keep(place, bucket)
    return bucket
  }

  #keep(place: number, bucket: Bucket): void {
    this.#bytes += bucket.byteLength - (this.#buckets.get(place)?.byteLength ?? 0)
    this.#buckets.set(place, bucket)
  }

  // Those that were read first go first.
  #letGo(): void {
    for (const [place, bucket] of this.#buckets) {
      if (this.#bytes <= AT_HAND_BYTES) return
      if (this.#isAhead.has(place)) continue
      this.#buckets.delete(place)
      this.#bytes -= bucket.byteLength
    }
  }

  #listOld(place: number, count: number, hash: Hash): number[] {
    return Array.from({ length: count }, (_, nth): number[] => {
      const bytes = this.#shelf.get(`bucket ${place} ${nth}`)
      const bucket = bytes instanceof Uint8Array ? fromBytes(bytes) : NO_POSTINGS
      return [...bucket.subarray(...findRange(bucket, hash))]
    }).flat()
  }

  // What the journal holds, but for what is in buckets by now.
  #headNow(): Head {
    if (this.#head) return this.#head
    const kept = this.#shelf.get('journal')
    const head = typeof kept === 'string' ? (JSON.parse(kept) as Head) : NEW
    this.#head = head
    for (let page = head.first; page < head.pages; page++) {
      const bytes = this.#shelf.get(`journal ${page}`)
      const [since = 0, ...numbers] = bytes instanceof Uint8Array ? fromBytes(bytes) : NO_POSTINGS
      this.#pages.push(since)
      for (let at = 0; at + 3 < numbers.length; at += 4) {
        const [high = 0, low = 0, number = 0, word = 0] = numbers.slice(at, at + 4)
        const turn = ((low % BUCKETS) - (since % BUCKETS) + BUCKETS) % BUCKETS
        if (turn < head.written - since) continue
        this.#put({ high, low }, number, word)
      }
    }
    return head
  }
}

function bytesOf(numbers: Bucket): Uint8Array {
  return new Uint8Array(numbers.buffer)
}

// FNV-1a from two beginnings, each stirred at its end (Appleby's murmur3 finaliser), so that high and low do not go together.
function hashOf(key: string): Hash {
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x5bd1e995)
    low ^= low >>> 15
  }
  return { high: stir(high), low: stir(low) }
}

function stir(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
