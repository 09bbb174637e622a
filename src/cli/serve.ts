// `readout serve`: the desk as pages on this machine, while its sources are followed.
import { keepServing } from './keep-serving.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly port: number
  readonly host: string
  readonly fetch: boolean
}

/** Serves until it is ended. */
export async function serveDesk({ desk: dir, port, host, fetch }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    await keepServing(desk, { port, host, fetch })
  })
}
