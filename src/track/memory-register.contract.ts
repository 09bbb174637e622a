// A register in memory, for tests and measuring.
import { comparePlaces, type Filed, type FiledPlace, type Register, UNDATED } from '../model/filed.ts'

export function makeMemoryRegister(): Register & { all(): readonly Filed[] } {
  const filed: Filed[] = []
  const placeOf = new Map<string, FiledPlace>()
  const indexFrom = (place: FiledPlace): number => {
    let [low, high] = [0, filed.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (comparePlaces(filed[middle] ?? place, place) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const find = (id: string): number | undefined => {
    const place = placeOf.get(id)
    return place && indexFrom(place)
  }
  const drop = (id: string): void => {
    const at = find(id)
    if (at !== undefined) filed.splice(at, 1)
    placeOf.delete(id)
  }
  return {
    all: () => filed,
    async listBefore(place, most, since = '') {
      const before = filed.slice(Math.max(0, indexFrom(place) - most), indexFrom(place))
      return before.filter(({ published }) => (published ?? UNDATED) >= since)
    },
    listFrom: async (place, most) => filed.slice(indexFrom(place), indexFrom(place) + most),
    async listAfter(place, most) {
      const from = indexFrom(place)
      const at = filed[from] && comparePlaces(filed[from], place) === 0 ? from + 1 : from
      return filed.slice(at, at + most)
    },
    find: async (ids) => [...new Set(ids)].flatMap((id) => filed[find(id) ?? -1] ?? []),
    async keep(reports) {
      for (const report of reports) {
        drop(report.id)
        filed.splice(indexFrom(report), 0, report)
        placeOf.set(report.id, { id: report.id, name: report.name, published: report.published })
      }
    },
    async move(moves) {
      for (const { report, story } of moves) {
        const at = find(report)
        const one = at === undefined ? undefined : filed[at]
        if (one && at !== undefined) filed[at] = { ...one, story }
      }
    },
    async drop(ids) {
      for (const id of ids) drop(id)
    },
  }
}
