// Most commands never search: the code of it is loaded when first asked for.
import type { Searchable, Searcher } from './open-searcher.ts'

/** The searcher in these files or this database, begun by the first question. */
export function onceSearched(searched: Searchable): { open(): Promise<Searcher>; close(): void } {
  let searcher: Promise<Searcher> | undefined
  const load = async (): Promise<Searcher> => {
    const { openSearcher } = await import('./open-searcher.ts')
    return openSearcher(searched)
  }
  return {
    open() {
      searcher ??= load()
      return searcher
    },
    close: () => void searcher?.then((opened) => opened.close()),
  }
}
