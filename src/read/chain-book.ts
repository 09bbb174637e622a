// Keeps the chains of one doc while it is read: who was spoken of before, so that "the envoy", "she", "one of the
// sources" and "the Times" find back to somebody the text has named or described.
import { asId, type Id } from '../model/id.ts'
import type { Chain, Kind, Mention } from '../model/reading.ts'
import type { Bounds, Span } from '../model/span.ts'
import type { Voice } from './name-source.ts'

export interface Entry {
  readonly id: Id<'chain'>
  readonly kind: Kind
  readonly voice: Voice
  readonly name: string
  readonly mentions: Mention[]
  side?: string
  count?: Bounds
  among?: Entry
  toldTo?: Entry // the outlet that an unnamed source told
  gender?: 'he' | 'she' // as the text has it, by title or pronoun
  isSpoken?: boolean // a body for which one person spoke: "he" may be that person
  lastSeen: number // offset of the latest mention
}

export class ChainBook {
  readonly entries: Entry[] = []
  speaker: Entry | undefined // whose words the text gave last

  /** The entry for a named voice, made at its first mention. */
  named(kind: Kind, name: string, voice: Voice, span: Span, form: Mention['form']): Entry {
    const known = this.entries.find(
      (entry) => entry.voice.kind !== 'anonymous' && entry.kind === kind && isSameName(entry.name, name, kind),
    )
    return known ? this.seen(known, span, form) : this.open(kind, name, voice, span, form)
  }

  /** A new entry, whatever else bears its name: "a second official". */
  open(kind: Kind, name: string, voice: Voice, span: Span, form: Mention['form']): Entry {
    const id = asId<'chain'>(`c${this.entries.length + 1}`)
    const entry: Entry = { id, kind, name, voice, mentions: [{ span, form }], lastSeen: span.start }
    this.entries.push(entry)
    return entry
  }

  /** Notes one more mention. */
  seen(entry: Entry, span: Span, form: Mention['form']): Entry {
    if (!entry.mentions.some((m) => m.span.start === span.start && m.span.end === span.end))
      entry.mentions.push({ span, form })
    entry.lastSeen = Math.max(entry.lastSeen, span.start)
    return entry
  }

  /** The entry seen last before `offset` that the test accepts. */
  latest(offset: number, accepts: (entry: Entry) => boolean): Entry | undefined {
    let best: Entry | undefined
    let bestAt = -1
    for (const entry of this.entries) {
      if (!accepts(entry)) continue
      for (const { span } of entry.mentions) {
        if (span.start < offset && span.start > bestAt) [best, bestAt] = [entry, span.start]
      }
    }
    return best
  }

  /** The chains, each with its mentions in order of the text. */
  chains(): Chain[] {
    return this.entries.flatMap(({ id, kind, name, mentions }) => {
      const [first, ...rest] = mentions.toSorted((a, b) => a.span.start - b.span.start)
      return first ? [{ id, kind, name, mentions: [first, ...rest] }] : []
    })
  }
}

/** One name, or the longer one of which the other is the end: "Karskan foreign ministry", "foreign ministry". */
function isSameName(a: string, b: string, kind: Kind): boolean {
  const least = kind === 'outlet' ? 0 : 1 // the Northern Courier, the Courier
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return (
    x === y ||
    (x.split(' ').length > least && y.endsWith(` ${x}`)) ||
    (y.split(' ').length > least && x.endsWith(` ${y}`))
  )
}
