// Readers of pages, in a process of their own as browsers are: so many at once, each asking for the next address as soon as it has
// the whole answer to the one before. Told what to ask over the channel to its parent, which it answers with how long each took.

export interface Asking {
  readonly addresses: readonly string[]
  readonly readers: number
}

export interface Asked {
  readonly took: readonly number[] // milliseconds, until the last byte was there
  readonly statuses: readonly number[]
}

process.on('message', async (asking: Asking) => {
  process.send?.(await ask(asking))
})

async function ask({ addresses, readers }: Asking): Promise<Asked> {
  const left = [...addresses]
  const took: number[] = []
  const statuses: number[] = []
  await Promise.all(
    Array.from({ length: readers }, async () => {
      for (let address = left.shift(); address !== undefined; address = left.shift()) {
        const start = performance.now()
        const answer = await fetchTwice(address)
        await answer.arrayBuffer()
        took.push(performance.now() - start)
        statuses.push(answer.status)
      }
    }),
  )
  return { took, statuses }
}

// A connection that idled may be ended by the server just as it is used again.
async function fetchTwice(address: string): Promise<Response> {
  return fetch(address).catch(() => fetch(address))
}
