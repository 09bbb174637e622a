// How much one fetch may cost us, whatever the other side sends. Each number has its reason; docs/decisions/0020-fetching.md.

export interface FetchCaps {
  readonly receivedBytes: number // of one answer's body, as it comes
  readonly decodedBytes: number // of the same body, once its coding is off
  readonly ratio: number // decoded to received, judged from the first mebibyte on
  readonly headerBytes: number // names and values of one answer
  readonly redirects: number
  readonly connectMs: number // looking the name up, connecting and shaking hands
  readonly idleMs: number // without a byte
  readonly leastRate: number // bytes a second, over each stretch of `idleMs`
  readonly totalMs: number // of all hops, without the waits that `isAllowedHop` asks for
}

export const DEFAULT_CAPS: FetchCaps = {
  receivedBytes: 15 * 1024 * 1024, // the longest pages and feeds in use stay under 10 MiB
  decodedBytes: 15 * 1024 * 1024, // what a parser is handed, and so what memory it may want
  ratio: 100, // markup shrinks 5 to 30 times; a thousand times is a bomb
  headerBytes: 64 * 1024, // browsers stop at 256 KiB; the heaviest policies of real sites take 10
  redirects: 5, // scheme, host, path, a short link and a consent page; circles are seen at once
  connectMs: 10_000,
  idleMs: 30_000, // a page made on demand may take that long to begin
  leastRate: 100, // a third of a modem of 1962; who sends less holds us up on purpose
  totalMs: 120_000,
}

/**
 * The two ports of the web and the two that people put beside them. Other services listen elsewhere, and a redirect is not
 * to make us talk to them.
 */
export const DEFAULT_PORTS: readonly number[] = [80, 443, 8080, 8443]
