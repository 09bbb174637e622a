// Which line of a text a place in it is in.

/** Gives the number of the line that a place is in; quick where places are asked for in order. */
export function countLines(text: string): (at: number) => number {
  const first = text.indexOf('\n')
  let [line, from, next] = [1, 0, first] // `next`: where the line ends; looked for once, since one may be all of the text
  return (at) => {
    if (at < from) [line, from, next] = [1, 0, first]
    while (next >= 0 && next < at) {
      line += 1
      from = next + 1
      next = text.indexOf('\n', from)
    }
    return line
  }
}
