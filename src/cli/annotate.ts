// door: process
// `readout annotate`: lines of texts in, a line of attributions a text out; or one text with its attributions marked in it.
import { printMade } from './print-made.ts'

interface Options {
  readonly workers?: number
  readonly explain?: string
}

/** Prints what the reader finds in each text, or in the one that is to be explained; 1 where a line was broken. */
export async function annotate(path: string, { workers, explain: id }: Options): Promise<0 | 1> {
  if (id !== undefined) return (await import('./explain.ts')).explain(path, id)
  const [{ annotateFile }, { showPace }] = await Promise.all([
    import('../desk/annotate-file.ts'),
    import('./show-pace.ts'),
  ])
  try {
    return await printMade(showPace(annotateFile(path, workers === undefined ? {} : { workers })))
  } finally {
    if (path === '-') process.stdin.destroy() // where the work failed, it may stand still and keep us from ending
  }
}
