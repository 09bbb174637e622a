// What a bad disk or a careless hand does to a file: a bit, a stretch of zeros, a cut, something put in, taken out or changed over.

export type Random = () => number

/** A file's bytes, harmed in one way, and what was done in words. */
export function flip(bytes: Uint8Array, random: Random): { readonly bytes: Uint8Array; readonly what: string } {
  const whole = (most: number): number => Math.floor(random() * most)
  const at = whole(bytes.byteLength)
  const kind = random()
  if (kind < 0.7) {
    const bit = whole(8)
    const harmed = Uint8Array.from(bytes)
    harmed[at] = (harmed[at] ?? 0) ^ (1 << bit)
    return { bytes: harmed, what: `bit ${bit} of byte ${at}` }
  }
  if (kind < 0.8) {
    const harmed = Uint8Array.from(bytes).fill(0, at, at + 16)
    return { bytes: harmed, what: `16 zeros at byte ${at}` }
  }
  if (kind < 0.88) return { bytes: bytes.slice(0, at), what: `cut at byte ${at}` }
  if (kind < 0.92)
    return { bytes: joined(bytes.slice(0, at), [whole(256)], bytes.slice(at)), what: `one put in at ${at}` }
  if (kind < 0.96) return { bytes: joined(bytes.slice(0, at), bytes.slice(at + 1)), what: `one taken out at ${at}` }
  const sectors = Math.floor(bytes.byteLength / SECTOR)
  const [one, other] = [whole(sectors), whole(sectors)]
  const harmed = Uint8Array.from(bytes)
  harmed.set(bytes.slice(one * SECTOR, (one + 1) * SECTOR), other * SECTOR)
  return { bytes: harmed, what: `sector ${one} written over ${other}` }
}

const SECTOR = 512

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
