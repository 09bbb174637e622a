// `readout move`: how much was carried, and the digests that both stores have.
import { type Moved, moveDesk } from '../desk/move/move-desk.ts'
import { print, printJson, warn } from './output.ts'

/** Moves a desk; 1 where somebody went on working on it meanwhile. */
export async function move(from: string, to: string, { json }: { readonly json?: true }): Promise<0 | 1> {
  const moved = await moveDesk(from, to)
  const schemas = (['truth', 'derived', 'state'] as const).map((schema) => tell(schema, moved))
  if (json) await printJson({ upTo: moved.upTo, ...(moved.wentOn && { wentOn: moved.wentOn }), schemas })
  else {
    await print(`up to entry ${moved.upTo} of the log`)
    for (const { schema, rows, digest } of schemas) await print(`${schema}: ${rows} rows, ${digest}`)
    await print('moved, and both hold the same; the one that was is as it was')
  }
  if (moved.wentOn === undefined) return 0
  const cure = 'stop what is at work on it, empty the new one and move again'
  warn(`the desk that was went on to entry ${moved.wentOn} meanwhile, which is not in the new one; ${cure}`)
  return 1
}

function tell(schema: 'truth' | 'derived' | 'state', { hash }: Moved) {
  const { digest, tables } = hash[schema]
  return { schema, rows: tables.reduce((sum, { rows }) => sum + rows, 0), digest }
}
