// `readout mcp`: the desk for language models, over standard input and output. Nothing else may stand on standard output.
import { openDesk } from '../desk/open-desk.ts'
import { readVersion } from '../desk/read-version.ts'
import { serveMcp } from '../server/mcp/serve-mcp.ts'

interface Options {
  readonly desk: string
}

/** Serves until the input ends. Nothing is read, linked or fetched meanwhile: the desk is as the last walk left it. */
export async function mcp({ desk: dir }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    await serveMcp(desk, readVersion())
    return 0
  } finally {
    await desk.close()
  }
}
