// What one piece of a byline is: somebody, a desk of the outlet, a body whose text it is, or nothing that credits anyone.
import { countWords, foldTitle } from './judge-line.ts'

const NOISE =
  /^(?:$|\S+@\S+|https?:\S+|\d+$|(?:published|updated|posted|last|created)\b.*|(?:in|at|from)\s.{2,30}|(?:share|follow|print|e-?mail|comments?|save)\b.*|admin|administrator|unknown|guest|none|null|undefined|anonymous|view (?:all|more).*|see (?:all|more).*)$/i
// Senior reporter, Political Correspondent, Staff Writer: what somebody is, not who
const ROLE =
  /^(?:\p{L}[\p{L}-]* ){0,5}(?:reporter|correspondent|editor|writer|contributor|columnist|journalist|producer|author|editor-in-chief|analyst)s?$/iu
// MS, RD, Ph.D.: degrees, which stand where an outlet's initials might
const DEGREE =
  /^(?:m\.?[sdap]\.?c?|r\.?[dn]\.?|rdn|lcsw|ph\.?d\.?|mba|jd|cfa|cpa|b\.?s?a\.?|mph|do|dds|llb|llm|esq|jr|sr|obe|mbe|cbe)\.?$/i
// World Desk, Harbour Post staff, the newsroom
const DESK =
  /\b(?:desk|staff|newsroom|team|editors|editorial|reporters|correspondents|bureau|writers|contributors|online|newsdesk|wires?|wire services|redaktion|rédaction|redacción)\b/i
const AGENCY =
  /^(?:the )?(?:reuters|thomson reuters|associated press|ap|a\.p\.|afp|agence france[- ]presse|dpa|upi|united press international|efe|ansa|pa media|press association|tass|interfax|ria novosti|xinhua|kyodo|yonhap|pti|press trust of india|ani|ians|anadolu|bloomberg|dow jones|canadian press|australian associated press|aap)$|\b(?:news agency|press agency|newswires?|news service|wire service|presse-agentur)\b/i
// European River Agency, Harbour Media: bodies, by their last word
const BODY =
  /\p{L} (?:agency|press|media|news|network|radio|television|university|institute|newspapers?|magazine|gazette|tribune|herald|chronicle|foundation|association|commission|ministry|group|international|inc|ltd|llc|gmbh)\.?$/iu
const INITIALS = /^\p{Lu}{3,5}$/u // KNA, behind a name: whose text it is

export type Credit = 'person' | 'desk' | 'body' | undefined

/** What the piece is. `isFirst`: nothing stands before it; a role there is somebody whom nothing names. */
export function judgeCredit(piece: string, isFirst: boolean, outlet: string | undefined): Credit {
  if (NOISE.test(piece) || DEGREE.test(piece) || piece.length > 80) return undefined
  if (isOwn(piece, outlet)) return 'desk'
  if (isAgency(piece)) return 'body'
  if (ROLE.test(piece)) return /\bstaff\b/i.test(piece) && isFirst ? 'desk' : undefined
  if (DESK.test(piece)) return 'desk'
  if (BODY.test(piece) || (INITIALS.test(piece) && !isFirst)) return 'body'
  return countWords(piece) <= 6 && /\p{L}{2}/u.test(piece) ? 'person' : undefined
}

/** "Reuters staff", "AP National Political Writer": the agency that the words begin with. */
export function agencyBefore(piece: string): string | undefined {
  const words = piece.replace(/['’]s\b/g, '').split(' ')
  const lengths = [4, 3, 2, 1].filter((length) => length < words.length)
  const rest = (length: number): string => words.slice(length).join(' ')
  const length = lengths.find(
    (one) => isAgency(words.slice(0, one).join(' ')) && (DESK.test(rest(one)) || ROLE.test(rest(one))),
  )
  return length === undefined ? undefined : words.slice(0, length).join(' ')
}

/** "The Harbour Post" and "Harbour Post" are one outlet. */
export function isSame(name: string, outlet: string | undefined): boolean {
  const fold = (words: string): string => foldTitle(words).replace(/^the | (?:com|org|net)$/g, '')
  return outlet !== undefined && fold(name) !== '' && fold(name) === fold(outlet)
}

/** The outlet's name, cut or with a word or two more: "Harbour Post Business". */
function isOwn(piece: string, outlet: string | undefined): boolean {
  if (isSame(piece, outlet)) return true
  const [own, other] = [foldTitle(outlet ?? ''), foldTitle(piece)]
  const isLonger = own !== '' && other.startsWith(`${own} `) && countWords(other) <= countWords(own) + 2
  return isLonger || (countWords(other) > 1 && own.startsWith(`${other} `))
}

/** True for the name of a news agency. */
export function isAgency(name: string): boolean {
  return AGENCY.test(name.trim())
}
