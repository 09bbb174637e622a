// door: process
// Everything the command line prints: results on standard output, one line a fault on standard error.
import type { Progress } from '../desk/derive.ts'
import { safeJson, safeLine, safeText } from './show-safely.ts'

let isMuted = false // nobody reads on, or there is no place for more
let isReadOnly = false

// `readout ledger | head` closes the pipe early: that is a wish, not a fault. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (isMuted) return
  isMuted = true
  const isWish = error.code === 'EPIPE'
  if (!isWish) {
    warn(`standard output cannot be written (${error.code ?? error.message}); what was to be printed is lost`)
    process.on('exit', () => {
      process.exitCode ||= 1
    })
  }
  if (isReadOnly) process.exit(isWish ? 0 : 1)
})
process.stderr.on('error', () => {}) // there is nowhere left to say it

/** For commands that only print: ends the process once nobody reads on. The others finish their work in silence. */
export function endWhenUnread(): void {
  isReadOnly = true
}

/** Prints a text of results, safe for a terminal, and waits where the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  await write(`${safeText(text)}\n`)
}

/** Prints a text that is a file, such as OPML or Markdown: made safe on a terminal only, so that what goes into a file is the file. */
export async function printFile(text: string): Promise<void> {
  const whole = text.trimEnd()
  await write(`${process.stdout.isTTY ? safeText(whole) : whole}\n`)
}

/** Prints a value as one line of JSON. */
export async function printJson(value: unknown): Promise<void> {
  await write(`${safeJson(JSON.stringify(value))}\n`)
}

/** Prints the pieces of one JSON text as they come, waiting where the reader is slower than we are. */
export async function printPieces(pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const piece of pieces) await write(safeJson(piece))
  await write('\n')
}

function write(text: string): Promise<void> {
  if (isMuted) return Promise.resolve()
  return new Promise((resolve) => {
    if (process.stdout.write(text, () => resolve())) resolve()
  })
}

/** Says what went wrong in one line: what happened, where, what to do. */
export function warn(message: string): void {
  process.stderr.write(`readout: ${safeLine(message.replace(/\s*[\r\n]+\s*/g, ' '))}\n`)
}

/** How far long work has come. `end` leaves the terminal as it was. */
export interface ShownProgress {
  step(progress: Progress): void
  end(): void
}

const WIDTH = 24

/** A bar on a terminal; elsewhere a plain line at every tenth part of work on at least twenty reports. */
export function showProgress(): ShownProgress {
  return process.stderr.isTTY ? bar() : plainLines()
}

function bar(): ShownProgress {
  let isShown = false
  return {
    step({ stage, done, total }) {
      const filled = total > 0 ? Math.round((done / total) * WIDTH) : WIDTH
      const drawn = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
      process.stderr.write(`\r\u001b[K${stage} ${drawn} ${done}/${total}`)
      isShown = true
    },
    end() {
      if (isShown) process.stderr.write('\r\u001b[K')
      isShown = false
    },
  }
}

function plainLines(): ShownProgress {
  let said = ''
  return {
    step({ stage, done, total }) {
      if (stage === 'linking' && done === 0 && said !== '') process.stderr.write('linking\n')
      const tenth = `${stage} ${total > 0 ? Math.floor((10 * done) / total) : 10}`
      if (total < 20 || tenth === said || done === 0) return
      said = tenth
      process.stderr.write(`${stage}: ${done} of ${total}\n`)
    },
    end() {},
  }
}
