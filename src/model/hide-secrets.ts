// A text for the log, without what only those who know it may know: what follows the path of an address, who signs in there, tokens
// that are sent in a header, and every secret that the process was given.

const HIDDEN = '[hidden]'
const LEAST = 4 // characters: a shorter one would be found everywhere

/** "asked https://ada:wall@feed.example/x?key=77 in vain" -> "asked https://feed.example/x?[hidden] in vain" */
export function hideSecrets(text: string, secrets: readonly string[] = []): string {
  let safe = text
  for (const secret of secrets) if (secret.length >= LEAST) safe = safe.replaceAll(secret, HIDDEN)
  return safe
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"'<>]*@/gi, '$1')
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*)[?#][^\s"'<>)\]]*/gi, `$1?${HIDDEN}`)
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`)
}

/** The secrets among variables of the environment: what is called so, and the password in the address of a store. */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): string[] {
  const named = Object.entries(environment).flatMap(([name, value]) =>
    /(?:KEY|PASSWORD|TOKEN|SECRET)$/.test(name) && value ? [value] : [],
  )
  const store = URL.parse(environment.READOUT_STORE ?? '')?.password
  return [...named, ...(store ? [store, decodeURIComponent(store)] : [])]
}
