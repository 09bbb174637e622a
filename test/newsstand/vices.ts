// What can be wrong with a host of the newsstand, one vice a host: where it strikes, and what a fetching program may make
// of it. `seen` lists the outcomes that are right for what is struck; of a vice that heals, all is to be had in the end.

export interface Fault {
  readonly where: 'page' | 'feed' | 'robots' | 'host' | 'name' // every third page; the feed; robots.txt; all; its DNS
  readonly seen: readonly string[]
  readonly heals?: true
}

const GUARD = ['refused guard']
const SIZE = ['refused size']
const TIME = ['failed FETCH_TIMEOUT']
const CUT = ['failed FETCH_BROKEN_OFF']
const CODING = ['failed FETCH_CODING']
const PROTOCOL = ['failed FETCH_PROTOCOL']
const REDIRECTS = ['failed FETCH_REDIRECTS']
const ANSWERED = ['answered']

export const VICES = {
  // the connection and the bytes
  refuse: { where: 'host', seen: ['failed FETCH_CONNECT'] },
  'hang-up': { where: 'page', seen: ['failed FETCH_CONNECT', ...CUT] }, // before an answer
  reset: { where: 'page', seen: CUT }, // in mid-body
  stall: { where: 'page', seen: TIME }, // no answer at all
  'stall-body': { where: 'page', seen: TIME },
  drip: { where: 'page', seen: TIME }, // byte by byte, for ever
  'drip-head': { where: 'page', seen: TIME },
  endless: { where: 'page', seen: SIZE },
  'long-length': { where: 'page', seen: CUT }, // says more bytes than it sends
  'short-length': { where: 'page', seen: [...ANSWERED, ...PROTOCOL, ...CUT] }, // sends more bytes than it says
  'two-lengths': { where: 'page', seen: PROTOCOL }, // a length and chunks
  'no-http': { where: 'page', seen: PROTOCOL },
  'huge-header': { where: 'page', seen: PROTOCOL }, // ten megabytes
  'many-headers': { where: 'page', seen: PROTOCOL },
  // codings
  'false-gzip': { where: 'page', seen: CODING },
  'unknown-coding': { where: 'page', seen: CODING },
  'nested-coding': { where: 'page', seen: CODING },
  'cut-gzip': { where: 'page', seen: [...CODING, ...CUT] },
  'gzip-bomb': { where: 'page', seen: SIZE },
  'br-bomb': { where: 'page', seen: SIZE },
  'zstd-bomb': { where: 'page', seen: SIZE },
  'false-charset': { where: 'page', seen: ANSWERED },
  // redirects
  loop: { where: 'page', seen: REDIRECTS },
  chain: { where: 'page', seen: REDIRECTS }, // ten of them
  'to-nowhere': { where: 'page', seen: REDIRECTS },
  'to-scheme': { where: 'page', seen: [...GUARD, ...REDIRECTS] }, // ftp:, file:, data:, javascript:
  'to-inner': { where: 'page', seen: GUARD }, // every spelling of inner addresses
  // answers
  'error-page': { where: 'page', seen: ANSWERED }, // "not found", with status 200
  empty: { where: 'page', seen: ANSWERED },
  'odd-status': { where: 'page', seen: [...ANSWERED, ...PROTOCOL, 'failed FETCH_CONNECT'] }, // 204, 206, 451, 599, 700
  'false-304': { where: 'page', seen: [...ANSWERED, 'unchanged'] }, // unchanged, it says, though it has changed
  'bare-304': { where: 'page', seen: [...PROTOCOL, ...ANSWERED, 'unchanged'] }, // without being asked whether it changed
  'future-date': { where: 'page', seen: [...ANSWERED, 'unchanged'] },
  'new-etag': { where: 'page', seen: [...ANSWERED, 'unchanged'] }, // another ETag each time for the same bytes
  cookies: { where: 'page', seen: ANSWERED }, // sets cookies, which must not come back
  // too many requests
  'too-many': { where: 'host', seen: ANSWERED, heals: true },
  'too-many-date': { where: 'host', seen: ANSWERED, heals: true },
  'too-many-bare': { where: 'host', seen: ANSWERED, heals: true },
  'too-many-years': { where: 'host', seen: ANSWERED }, // come back in ten years
  'too-many-odd': { where: 'host', seen: ANSWERED, heals: true }, // a Retry-After that is none
  busy: { where: 'host', seen: ANSWERED, heals: true },
  'busy-bare': { where: 'host', seen: ANSWERED, heals: true },
  // feeds
  'cut-feed': { where: 'feed', seen: ANSWERED },
  'page-for-feed': { where: 'feed', seen: ANSWERED },
  'huge-feed': { where: 'feed', seen: ANSWERED }, // twelve thousand items
  'deep-feed': { where: 'feed', seen: ANSWERED }, // elements in elements, ten thousand deep
  'entity-feed': { where: 'feed', seen: ANSWERED }, // entities of entities, which come to gigabytes
  'inner-feed': { where: 'feed', seen: ANSWERED }, // its items lead to inner addresses
  'moved-feed': { where: 'feed', seen: ANSWERED, heals: true }, // from the sixth hour on, for good
  'gone-feed': { where: 'feed', seen: ANSWERED },
  // robots.txt
  'robots-no': { where: 'robots', seen: ANSWERED },
  'robots-500': { where: 'robots', seen: ANSWERED },
  'robots-stall': { where: 'robots', seen: TIME },
  'robots-huge': { where: 'robots', seen: ANSWERED }, // 600 KB; what forbids all comes behind the first 500 KiB
  'robots-page': { where: 'robots', seen: ANSWERED }, // HTML
  'robots-inner': { where: 'robots', seen: GUARD }, // redirects to an inner address
  'robots-closes': { where: 'robots', seen: ANSWERED }, // all is open first, nothing from the first day's end on
  // names
  rebind: { where: 'name', seen: GUARD }, // another answer at the second look-up
  'name-inner': { where: 'name', seen: GUARD },
  'name-mixed': { where: 'name', seen: [...GUARD, ...ANSWERED] }, // an inner address beside a good one
  'name-v6': { where: 'name', seen: GUARD }, // inner addresses in the forms of IPv6
  'name-none': { where: 'name', seen: ['failed FETCH_DNS'] },
  'name-empty': { where: 'name', seen: ['failed FETCH_DNS', ...GUARD] },
  'name-odd': { where: 'name', seen: ['failed FETCH_DNS', ...GUARD] }, // the answer is no address
  'name-late': { where: 'name', seen: [...TIME, 'failed FETCH_DNS'] }, // no answer
} as const satisfies Record<string, Fault>

export type Vice = keyof typeof VICES

/** The vices, each once, in the order in which they stand here. */
export const VICE_NAMES = Object.keys(VICES) as readonly Vice[]

export function faultOf(vice: Vice): Fault {
  return VICES[vice]
}
