// The zones that bylines and feeds name, as minutes ahead of UTC. Abbreviations that mean several zones in the news are left
// out (IST: India, Israel, Ireland; AST: Atlantic, Arabia), since a guess is hours off and nobody sees it; where the
// American use is the rule, as of CST, it stands.

const HOURS: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UT: 0, WET: 0, BST: 1, WEST: 1, CET: 1, MET: 1, MEZ: 1, CEST: 2, MEST: 2, MESZ: 2 },
  ...{ EET: 2, SAST: 2, EEST: 3, IDT: 3, MSK: 3, TRT: 3, PKT: 5, WIB: 7, HKT: 8, SGT: 8, AWST: 8, JST: 9, KST: 9 },
  ...{ ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13, BRT: -3, ART: -3, EDT: -4, EST: -5, CDT: -5 },
  ...{ CST: -6, MDT: -6, MST: -7, PDT: -7, PST: -8, AKDT: -8, AKST: -9, HST: -10 },
}

// "2:05 p.m. ET": summer or winter, whichever it was in New York
const PLACES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
}

/** Minutes that the zone is ahead of UTC when its clocks show `local`; undefined for a zone that nobody can tell. */
export function minutesAhead(zone: string, local: number): number | undefined {
  const name = zone.toUpperCase()
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(name)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes > 14 * 60 ? undefined : offset[1] === '-' ? -minutes : minutes
  }
  const hours = HOURS[name]
  if (hours !== undefined) return hours * 60
  const place = PLACES[name]
  return place === undefined ? undefined : aheadAt(place, local)
}

function aheadAt(place: string, local: number): number {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: place, timeZoneName: 'longOffset' })
    .formatToParts(local)
    .find(({ type }) => type === 'timeZoneName')?.value
  return minutesAhead(shown ?? 'GMT', local) ?? 0
}
