// `readout decide`: what a person rules, kept for good, and the ledger as it then is.
import { type Asked, decide } from '../desk/decide.ts'
import { derive } from '../desk/derive.ts'
import { listDecided } from '../desk/list-decided.ts'
import { print, printJson, showProgress } from './output.ts'
import { withDesk } from './with-desk.ts'
import { decidedJson, writeDecided } from './write-decided.ts'

interface Options {
  readonly desk: string
  readonly by: string
  readonly why: string
  readonly move?: readonly string[]
  readonly source?: readonly string[]
  readonly cue?: readonly string[]
  readonly content?: readonly string[]
  readonly text?: string
  readonly json?: true
}

/** Keeps the decision, makes the ledger anew, and prints what became of it. */
export async function decideOn(kind: Asked['kind'], ids: readonly string[], options: Options): Promise<0> {
  const { desk: dir, by, why, move = [], source, cue, content, text, json } = options
  const words = { ...(source && { source }), ...(cue && { cue }), ...(content && { content }) }
  return await withDesk(dir, async (desk) => {
    const { number } = await decide(desk, {
      kind,
      ids,
      by,
      why,
      move,
      ...(Object.keys(words).length > 0 && { words }),
      ...(text !== undefined && { text }),
    })
    if (!json) await print(`kept decision ${number}`)
    const progress = showProgress()
    await derive(desk, progress.step)
    progress.end()
    const { decided } = await listDecided(desk)
    const own = decided.filter((one) => one.number === number)
    for (const one of own) await (json ? printJson(decidedJson(one)) : print(writeDecided(one)))
  })
}
