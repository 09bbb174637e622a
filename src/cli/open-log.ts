// door: process
// The log of a served desk, on standard error: a line of JSON each, or, for who sits at a terminal, only what they should know of.

import type { Tell } from '../model/happening.ts'
import { hideSecrets, secretsIn } from '../model/hide-secrets.ts'
import { warn } from './output.ts'

export type LogForm = 'text' | 'json'

/** How it is told. `form`: as was asked for; else text at a terminal and JSON elsewhere. */
export async function openLog(form: LogForm | undefined): Promise<Tell> {
  const secrets = secretsIn(process.env)
  const hide = (text: string): string => hideSecrets(text, secrets)
  if ((form ?? (process.stderr.isTTY ? 'text' : 'json')) === 'text') {
    return ({ level, words }) => {
      if (level !== 'info' && words !== undefined) warn(hide(words))
    }
  }
  const { destination, pino, stdTimeFunctions } = await import('pino')
  const logger = pino(
    {
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'words',
    },
    destination({ dest: 2, sync: true }), // what happened last must not be lost with the process
  )
  return ({ what, level, words, facts = {} }) => {
    const safe = Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value])
    logger[level]({ event: what, ...Object.fromEntries(safe) }, words === undefined ? undefined : hide(words))
  }
}
