// Places as the doc itself shows them: who has a minister is a state, and "Karskan" is the adjective of Karsk.
import type { Name } from './find-names.ts'
import type { Scene } from './scene.ts'

const ORGANS =
  /^(president|premier|prime|foreign|defence|defense|interior|finance|government|parliament|minister|ministry|embassy|ambassador|chief|envoy|army|troops|forces|ports?|capital|cabinet|chancellor|king|queen|borders?|delegation|senate)$/

// Karsk's chief envoy, the foreign minister of Lindria: who has a minister is a state
export function findStates(names: readonly Name[], { tokens }: Scene): Set<string> {
  const isState = ({ from, to }: Name): boolean =>
    (/^(’s|'s|’|')$/.test(tokens[to]?.text ?? '') && ORGANS.test(tokens[to + 1]?.lower ?? '')) ||
    (tokens[from - 1]?.lower === 'of' && ORGANS.test(tokens[from - 2]?.lower ?? '')) ||
    /^\p{Lu}\p{L}{2,}(?:ia|land|stan)$/u.test(tokens[from]?.text ?? '')
  return new Set(
    names.filter((name) => name.to - name.from === 1 && isState(name)).map(({ text }) => text.toLowerCase()),
  )
}

// "Karskian" beside "Karsk", "Veldanian" beside "Veldania": the doc itself says which place an adjective is of
export function findAdjectives(names: readonly Name[]): Map<string, string> {
  const words = new Set(names.flatMap(({ text }) => text.split(/\s+/)))
  const found = new Map<string, string>()
  for (const word of words) {
    const stem = /^(\p{Lu}\p{L}{2,}?)(?:ian|an|n|ish|ese|i|er|ic)s?$/u.exec(word)
    if (!stem) continue
    for (const place of words) {
      if (place === word || place.length < 3 || !word.startsWith(place.slice(0, Math.max(3, place.length - 2))))
        continue
      const tail = word.slice(place.replace(/[aeo]$/, '').length)
      if (word.startsWith(place.replace(/[aeo]$/, '')) && /^(ian|an|n|ish|ese|i|er|ic)s?$/.test(tail))
        found.set(word.toLowerCase(), place)
    }
  }
  return found
}
