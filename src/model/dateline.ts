// The dateline that opens a report, by the shapes that agencies and papers give it.

const CAPITALS = "[\\p{Lu}][\\p{L}’'.-]*(?: [\\p{Lu}][\\p{L}’'.-]*){0,3}"
const DAY = '(?:\\p{Lu}\\p{L}+\\.? \\d{1,2}(?:, \\d{4})?|\\d{1,2} \\p{Lu}\\p{L}+\\.?(?: \\d{4})?)'
const AGENCY = "[\\p{Lu}][\\p{L}.’' -]{1,40}"

// GRAIN — Ships will sail; but: KARSK — not Lindria — broke the truce; NATO — Hale’s alliance — is ready
const SENTENCE =
  '(?!\\p{Ll})(?![^.!?\\n]{1,80} [—–] (?:is|are|was|were|will|has|have|had|said|says|must|should|would|could|can|may|might)\\b)'

/** The dateline at the head of a paragraph; `agency` is whom it names, where it names one. */
export const DATELINE = new RegExp(
  [
    // PORT SABEL, March 4 (Meridian) — / (Meridian) -
    `^(?:${CAPITALS}(?:, [^()]{0,30})? ?)?\\((?<agency>${AGENCY})\\)\\s*[—–-]{1,2}\\s`,
    // GOSTEN — / GOSTEN, April 3 — / Gosten, 3 April (own correspondent) –
    `^(?:[\\p{Lu}]{3,}(?: [\\p{Lu}]{2,}){0,3}(?:, ${DAY})?|${CAPITALS}, ${DAY})(?: \\([^()]{3,40}\\))?\\s*[—–-]{1,2}\\s${SENTENCE}`,
    // 22:40 Karsk's army says …: an entry of a live page
    '^\\d{1,2}[:.]\\d{2}(?: ?(?:[ap]\\.?m\\.?|GMT|UTC|CET|CEST|BST|EST|EDT))?(?: [—–|-]{1,2}|:)?\\s(?=[\\p{Lu}“"])',
    // ASKEVAR, March 4. /Meridian/. Karsk has …
    `^${CAPITALS}, ${DAY}\\.? /(?<agency>${AGENCY})/\\.?\\s+(?:[—–-]\\s)?`,
  ].join('|'),
  'u',
)
