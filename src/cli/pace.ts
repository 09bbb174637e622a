// One line that says how far a walk over texts has come: redrawn in its place, out of the way of whatever else is printed.
import type { AnnotatedLine } from '../desk/annotate-file.ts'

/** A terminal. */
export interface Screen {
  write(text: string): void
  width(): number // in columns
  now(): number // milliseconds
  readonly isShared: boolean // results are printed on it as well
}

export interface Pace {
  watch(lines: AsyncIterable<AnnotatedLine>): AsyncGenerator<AnnotatedLine>
  hide(): void
}

const EVERY = 200 // milliseconds between two drawings: five a second

/** Draws on the screen how fast the lines come that it passes on, and sums up when they are through. */
export function makePace(screen: Screen): Pace {
  const began = screen.now()
  let drawn = Number.NEGATIVE_INFINITY
  let isShown = false
  let [documents, words, attributions] = [0, 0, 0]

  const rate = (count: number): string => {
    const perSecond = (count * 1000) / Math.max(1, screen.now() - began)
    return grouped(perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond))
  }
  const hide = (): void => {
    if (isShown) screen.write('\r\u001b[K')
    isShown = false
  }
  const draw = (): void => {
    if (screen.now() - drawn < EVERY) return
    drawn = screen.now()
    isShown = true
    const line = `${counted(documents, 'document')}, ${rate(documents)} a second, ${counted(attributions, 'attribution')}`
    screen.write(`\r\u001b[K${line.slice(0, screen.width() - 1)}`)
  }
  return {
    hide,
    async *watch(lines) {
      try {
        for await (const line of lines) {
          if ('value' in line) {
            documents += 1
            words += line.words
            attributions += line.value.attributions.length
          }
          if (screen.isShared || 'error' in line) hide() // something is printed there now
          yield line
          draw()
        }
        hide()
        screen.write(`${counted(documents, 'document')}, ${rate(documents)} a second, ${rate(words)} words a second\n`)
      } finally {
        hide()
      }
    },
  }
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
