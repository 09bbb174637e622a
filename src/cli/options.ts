// Options that several commands take, and what they refuse.
import { InvalidArgumentError, Option } from 'commander'
import { isDay } from '../model/id.ts'

export const DEFAULT_DESK = './desk'

/** What `--json` says of itself, unless it says more. */
export const JSON_HELP = 'print JSON instead of text'

export function deskOption(desk: string): Option {
  const option = new Option('--desk <folder>', 'the folder of the desk').env('READOUT_DESK').default(DEFAULT_DESK)
  return option.argParser((folder: string) => folder || desk)
}

export function workersOption(): Option {
  const parse = (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_WORKERS) return Number(text)
    throw new InvalidArgumentError(`A number of workers is from 1 to ${MOST_WORKERS}.`)
  }
  return new Option('--workers <number>', 'read so many texts at once; else as many as there are cores').argParser(
    parse,
  )
}

const MOST_WORKERS = 256 // each holds a reader of its own

export function portOption(): Option {
  const parse = (text: string): number => {
    const port = Number(text)
    if (/^\d+$/.test(text) && port <= 65_535) return port
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  }
  return new Option('--port <port>', 'port to listen on; 0 picks a free one').default(4747).argParser(parse)
}

export function logOption(): Option {
  const what = 'how what happens is told on standard error; else text at a terminal, and a line of JSON each elsewhere'
  return new Option('--log <form>', what).choices(['text', 'json'])
}

export function dayOption(): Option {
  return new Option('--at <day>', 'as known when that day ended, by what had been printed').argParser(parseDay)
}

export function sinceOption(): Option {
  return new Option('--since <day>', 'only what changed on that day or later').argParser(parseDay)
}

function parseDay(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('A day is written as in 2031-05-06.')
}
