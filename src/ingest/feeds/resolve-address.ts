// Addresses as feeds and pages write them: relative ones are resolved, absolute ones stay as given, and what a click
// should not run is none.

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const WEB = /^(?:https?|ftps?|mailto|news|nntp|tel|magnet|rtsp|xmpp|geo|sms|webcal|ipfs|gemini|gopher):/i

/** The address, resolved against a base where it is relative; undefined for nothing, and for `javascript:` and its kin. */
export function resolveAddress(given: string, base: string | undefined): string | undefined {
  const address = given.replace(/[\t\n\r\0]/g, '').trim()
  if (address === '') return undefined
  if (SCHEME.test(address)) return WEB.test(address) ? address : undefined
  if (base === undefined) return address
  return URL.canParse(address, base) ? withLetters(new URL(address, base).href, address) : address
}

/** Letters that stood in an address as they are, such as `/über-uns`, stay readable. */
function withLetters(resolved: string, given: string): string {
  if (!/[^\0-\x7F]/.test(given) || given.includes('%')) return resolved
  return resolved.replace(/(?:%[89A-F][0-9A-F])+/g, (coded) => {
    const letters = Buffer.from(coded.replaceAll('%', ''), 'hex').toString('utf8')
    return /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : coded
  })
}

/** The address a feed was asked for or says it lies at, fit to be a base; undefined where it is none. */
export function asBase(given: string | undefined, base: string | undefined): string | undefined {
  const address = given === undefined ? undefined : resolveAddress(given, base)
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address) ? address : undefined
}
