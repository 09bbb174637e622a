// door: process
// What follows from what came in, made in a process of its own: linking holds its process up for seconds.
import { derive } from './derive.ts'
import { openDesk } from './open-desk.ts'

const [dir = ''] = process.argv.slice(2)
process.on('SIGINT', () => {}) // Ctrl-C reaches us as well; who began us decides
process.on('disconnect', () => process.exit())

const desk = await openDesk(dir, { make: false })
try {
  const { faults } = await derive(desk)
  for (const { message } of faults) process.send?.(message)
} finally {
  await desk.close()
  if (process.connected) process.disconnect()
}
