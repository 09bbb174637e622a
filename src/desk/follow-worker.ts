// door: process
// The loop that asks, in a process of its own: pages go on being served while it waits and writes.
import type { FollowWords } from './background.ts'
import { openDesk } from './open-desk.ts'
import { keepBeating } from './ops/keep-beating.ts'
import { followSources } from './web/follow-sources.ts'
import { openFollowing } from './web/open-following.ts'

const [dir = '', version = ''] = process.argv.slice(2)
const ending = new AbortController()
const end = (): void => ending.abort(new Error('stopped'))
process.on('SIGINT', () => {}) // Ctrl-C reaches us as well; who began us decides
process.on('SIGTERM', end)
process.on('disconnect', end)

const desk = await openDesk(dir, { make: false })
const beating = keepBeating(desk, 'follow', version)
const say = (words: FollowWords): void => void process.send?.(words)
const following = await openFollowing(desk, version, {
  signal: ending.signal,
  onAsked: (asked) => say({ asked }),
  onIntake(no) {
    beating.tell(no?.words)
    say({ stopped: no?.words })
  },
})
try {
  await followSources(following, { isEndless: true })
} finally {
  await beating.end()
  await following.close()
  await desk.close()
  if (process.connected) process.disconnect()
}
