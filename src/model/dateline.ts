// The dateline that opens a report; group 1 is the agency.
// PORT SABEL, March 4 (Meridian) — / (Meridian) -
// GOSTEN, April 3 — / Gosten, 3 April (own correspondent) –: no agency, and no part of what is said all the same
export const DATELINE =
  /^(?:(?:[\p{Lu}][\p{L}’'.-]*(?: [\p{Lu}][\p{L}’'.-]*){0,3}(?:, [^()]{0,30})? ?)?\(([\p{Lu}][\p{L}.’' -]{1,40})\)|[\p{Lu}]{3,}(?: [\p{Lu}]{2,}){0,3}(?:, (?:\p{Lu}\p{L}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}+))?)\s*[—–-]\s/u
