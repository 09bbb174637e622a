// From a date as people, pages and feeds write it to one instant in UTC.
import type { Instant } from '../model/id.ts'

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const IN_WORDS =
  /^(?:[a-z]{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?$/i

/**
 * The instant that a date names: ISO 8601 or in English words. A day alone is its midnight, a time without a zone is
 * taken as UTC. Undefined where the words name no date between 1800 and 2200.
 */
export function parseInstant(words: string): Instant | undefined {
  const date = words.trim().slice(0, 80)
  const iso = ISO_TIME.exec(date)
  if (iso) return instantOf(`${iso[1]}T${(iso[2] ?? '').replace(',', '.')}${zoneOf(iso[3])}`, iso[1])
  if (ISO_DAY.test(date)) return instantOf(`${date}T00:00:00Z`, date)
  if (!IN_WORDS.test(date)) return undefined
  const plain = date
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\bat\s+/i, '')
    .replace(/(\d)([ap]m)\b/i, '$1 $2')
  if (!isOnCalendar(plain)) return undefined
  return instantOf(/(?:Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})$/.test(plain) && !/[AP]M$/.test(plain) ? plain : `${plain} UTC`)
}

/** False for "30 February 2024", which Date.parse takes for 1 March. */
function isOnCalendar(words: string): boolean {
  const [, before, month, after, year] =
    /(?:(\d{1,2})\s+)?\b([a-z]{3,9})\.?,?\s+(?:(\d{1,2}),?\s+)?(\d{4})/i.exec(words) ?? []
  const day = before ?? after
  const time = Date.parse(`${day} ${month} ${year} UTC`)
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day)
}

function zoneOf(zone: string | undefined): string {
  return zone === undefined || /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
}

function instantOf(words: string, day?: string): Instant | undefined {
  const time = Date.parse(words)
  if (Number.isNaN(time)) return undefined
  const instant = new Date(time)
  const year = instant.getUTCFullYear()
  if (year < 1800 || year > 2200) return undefined
  if (day && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return undefined // 2024-02-31
  return instant.toISOString()
}
