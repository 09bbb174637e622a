// door: process, clock
// How fast `readout annotate` goes, on the terminal that standard error is; on a pipe it says nothing.
import type { AnnotatedLine } from '../desk/annotate-file.ts'
import { makePace, type Screen } from './pace.ts'

/** The lines as they come, with one line of progress kept below them and one of summary in its place at the end. */
export function showPace(lines: AsyncIterable<AnnotatedLine>): AsyncIterable<AnnotatedLine> {
  const { stderr, stdout } = process
  if (!stderr.isTTY) return lines
  const screen: Screen = {
    write: (text) => stderr.write(text),
    width: () => stderr.columns || 80,
    now: () => performance.now(),
    isShared: stdout.isTTY === true,
  }
  const pace = makePace(screen)
  process.on('exit', pace.hide) // as where nobody reads on
  return pace.watch(lines)
}
