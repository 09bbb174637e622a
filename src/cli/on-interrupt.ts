// door: process
// Ctrl-C and a polite kill as a signal, so that what is under way is finished or let go before the process ends.

/** What an interrupted command ends with. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly exitCode = 130 // as shells have it for Ctrl-C
}

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once. `done` stops listening. */
export function onInterrupt(): { readonly signal: AbortSignal; done(): void } {
  const ending = new AbortController()
  const end = (): void => {
    done()
    ending.abort(new Interrupted())
  }
  const done = (): void => void process.off('SIGINT', end).off('SIGTERM', end)
  process.on('SIGINT', end).on('SIGTERM', end)
  return { signal: ending.signal, done }
}
