// door: process
// What follows from what came in and from what people decided, made in a process of its own: linking holds its process up for
// seconds. It stays when it is done, since to begin takes longer than to apply what somebody ruled.
import { derive } from './derive.ts'
import { openDesk } from './open-desk.ts'
import { keepBeating } from './ops/keep-beating.ts'
import { closeRemovals } from './removal/close-removal.ts'

const LARGE = 512 * 2 ** 20 // bytes; a process that linked much gives back what it holds by making room for another

const [dir = '', version = ''] = process.argv.slice(2)
process.on('SIGINT', () => {}) // Ctrl-C reaches us as well; who began us decides
process.on('disconnect', () => process.exit())

let isWanted = false
let wake = (): void => {}
process.on('message', () => {
  isWanted = true
  wake()
})

const desk = await openDesk(dir, { make: false })
const beating = keepBeating(desk, 'derive', version)
try {
  await desk.linker() // loaded before anybody waits for it
  for (;;) {
    isWanted = false
    const { faults, read, isLinked } = await derive(desk)
    for (const { message } of faults) process.send?.(message)
    await closeRemovals(desk, { who: 'readout' }).catch((error: Error) => process.send?.(error.message)) // next time, then
    if ((read > 0 || isLinked) && process.memoryUsage().rss > LARGE) break
    if (!isWanted) await new Promise<void>((resolve) => (wake = resolve))
  }
} finally {
  await beating.end()
  await desk.close()
  if (process.connected) process.disconnect()
}
