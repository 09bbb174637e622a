// The register of filed reports where only values by key can be kept: each report under its id, and for each day the places of its
// reports. A list over many days reads those days alone.
import { comparePlaces, type Filed, type Place, type Register, UNDATED } from '../model/filed.ts'
import { packFiled, unpackFiled } from './pack-filed.ts'

/** Where small values are kept by key. Setting `undefined` takes one away. */
export interface ByKey {
  get(key: string): string | Uint8Array | undefined
  set(key: string, value: string | Uint8Array | undefined): void
}

export function openRegisterByKey(values: ByKey): Register {
  const find = (id: string): Filed | undefined => {
    const value = values.get(`filed ${id}`)
    return value instanceof Uint8Array ? unpackFiled(value) : undefined
  }
  const listDays = (): string[] => parseList<string>(values.get('filed days'))
  const placesOf = (day: string): Place[] => parseList<Place>(values.get(`filed day ${day}`))
  const setPlaces = (day: string, places: readonly Place[]): void => {
    const days = listDays()
    const at = days.findIndex((other) => other >= day)
    const isThere = days[at] === day
    if (places.length > 0 && !isThere) days.splice(at < 0 ? days.length : at, 0, day)
    if (places.length === 0 && isThere) days.splice(at, 1)
    if (isThere !== places.length > 0) values.set('filed days', JSON.stringify(days))
    values.set(`filed day ${day}`, places.length > 0 ? JSON.stringify(places) : undefined)
  }
  const drop = (ids: readonly string[]): void => {
    const gone = ids.flatMap((id) => find(id) ?? [])
    for (const [day, reports] of Map.groupBy(gone, dayOf)) {
      const dropped = new Set(reports.map(({ id }) => id))
      setPlaces(
        day,
        placesOf(day).filter(({ id }) => !dropped.has(id)),
      )
    }
    for (const { id } of gone) values.set(`filed ${id}`, undefined)
  }
  const listForwards = (place: Place, most: number, isWanted: (other: Place) => boolean): Filed[] => {
    const found: Place[] = []
    for (const day of listDays().filter((other) => other >= dayOf(place))) {
      if (found.length >= most) break
      found.push(...placesOf(day).filter(isWanted))
    }
    return found.slice(0, most).flatMap(({ id }) => find(id) ?? [])
  }
  return {
    async listBefore(place, most, since = '') {
      const days = listDays().filter((day) => day >= since.slice(0, 10) && day <= dayOf(place))
      const found: Place[][] = []
      let left = most
      for (const day of days.toReversed()) {
        if (left <= 0) break
        const places = placesOf(day).filter((other) => comparePlaces(other, place) < 0)
        found.push(places.slice(-left).filter(({ published = UNDATED }) => published >= since))
        left -= places.length
      }
      return found.reverse().flatMap((places) => places.flatMap(({ id }) => find(id) ?? []))
    },
    listFrom: async (place, most) => listForwards(place, most, (other) => comparePlaces(other, place) >= 0),
    listAfter: async (place, most) => listForwards(place, most, (other) => comparePlaces(other, place) > 0),
    find: async (ids) => [...new Set(ids)].flatMap((id) => find(id) ?? []),
    async keep(filed) {
      const moved = filed.filter((report) => comparePlaces(find(report.id) ?? report, report) !== 0)
      drop(moved.map(({ id }) => id))
      for (const [day, reports] of Map.groupBy(filed, dayOf)) {
        const places = new Map(placesOf(day).map((place) => [place.id, place]))
        for (const { id, name, published } of reports)
          places.set(id, { id, name, ...(published !== undefined && { published }) })
        setPlaces(day, [...places.values()].sort(comparePlaces))
      }
      for (const report of filed) values.set(`filed ${report.id}`, packFiled(report))
    },
    async move(moves) {
      for (const { report, story } of moves) {
        const before = find(report)
        if (before) values.set(`filed ${report}`, packFiled({ ...before, story }))
      }
    },
    drop: async (ids) => drop(ids),
  }
}

function dayOf({ published = UNDATED }: Place): string {
  return published.slice(0, 10)
}

function parseList<T>(value: string | Uint8Array | undefined): T[] {
  return typeof value === 'string' ? (JSON.parse(value) as T[]) : []
}
