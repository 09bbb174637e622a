// Keeps what was acknowledged, outside of all that is tried: a process of its own with a file of its own, each line forced to the disk
// before it is counted. Reads lines on its standard input, which is the standard output of whoever acknowledges; tells how many there are.
import { fsyncSync, openSync, writeSync } from 'node:fs'

const file = openSync(process.argv[2] ?? '', 'a')
let cut = ''
let count = 0
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  const lines = (cut + text).split('\n')
  cut = lines.pop() ?? '' // one that was killed says half a line
  const whole = lines.filter((line) => line !== '')
  if (whole.length === 0) return
  writeSync(file, whole.map((line) => `${line}\n`).join(''))
  fsyncSync(file)
  count += whole.length
  process.stdout.write(`${count}\n`)
})
