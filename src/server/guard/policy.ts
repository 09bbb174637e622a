// What a page may load and run: files of the desk itself and nothing else. A route may ask for more, by name.

/** Directives of the Content-Security-Policy, as helmet takes them. */
export type Policy = Readonly<Record<string, readonly string[]>>

const POLICY: Policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** The policy of every answer, with what a route changes in it. An empty list takes a directive without values. */
export function policyOf(changed: Policy = {}): Record<string, string[]> {
  return Object.fromEntries(Object.entries({ ...POLICY, ...changed }).map(([name, values]) => [name, [...values]]))
}

/** True where the policy lets pages of the desk frame the answer. */
export function isFramed(changed: Policy = {}): boolean {
  return changed.frameAncestors?.includes("'self'") ?? false
}

/** What is set by helmet on every other answer, for those that are given before its hook runs. */
export function earlyHeaders(): Record<string, string> {
  const policy = Object.entries(POLICY).map(([name, values]) => `${kebab(name)} ${values.join(' ')}`)
  return {
    'content-security-policy': policy.join(';'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
