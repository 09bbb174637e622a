// door: process
// A password from whoever sits at the terminal, unseen, or from standard input for scripts; never from an argument, which others on
// the machine could read in the list of processes.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ReadoutError } from '../model/errors.ts'
import { Interrupted } from './on-interrupt.ts'

const LONGEST = 16 * 1024 // characters of standard input; what is longer is no password

/** The new password, asked for twice at a terminal. `whose`: the name it is for. */
export async function askPassword(whose: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine()
  const unseen = new Writable({ write: (_piece, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true, historySize: 0 })
  const lines = terminal[Symbol.asyncIterator]()
  let isInterrupted = false
  terminal.once('SIGINT', () => {
    isInterrupted = true
    terminal.close()
  })
  const ask = async (words: string): Promise<string> => {
    process.stderr.write(words)
    const line = await lines.next()
    process.stderr.write('\n')
    if (isInterrupted) throw new Interrupted()
    if (!line.done) return line.value
    throw new ReadoutError('USAGE', 'no password was given; nothing was changed')
  }
  try {
    const [first, second] = [await ask(`Password for ${whose}: `), await ask('The same again: ')]
    if (first === second) return first
    throw new ReadoutError('USAGE', 'the two passwords differ; nothing was changed, try again')
  } finally {
    terminal.close()
  }
}

async function firstLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const piece of process.stdin) {
    text += piece
    if (text.includes('\n') || text.length > LONGEST) break
  }
  const line = text.split(/\r?\n/)[0] ?? ''
  if (line !== '') return line
  throw new ReadoutError(
    'USAGE',
    'no password on standard input; write it there, or run this at a terminal to be asked',
  )
}
