// The loop that asks, for as long as the one that began it leads: pages go on being served while it waits and writes.
import { isLeading } from '../../archive/leads.ts'
import type { FollowWords } from '../background.ts'
import { openDesk } from '../open-desk.ts'
import { keepBeating } from '../ops/keep-beating.ts'
import { followSources } from '../web/follow-sources.ts'
import { openFollowing } from '../web/open-following.ts'
import { help } from './help.ts'

const helping = help()
const [dir = '', version = '', fence = ''] = helping.args
const desk = await openDesk(dir, { make: false })
const lead = { role: 'ask', fence: Number(fence) } as const
const beating = keepBeating(desk, 'follow', version)
const say = (words: FollowWords): void => helping.say(words)
const following = await openFollowing(desk, version, {
  signal: helping.signal,
  onAsked: (asked) => say({ asked }),
  onIntake(no) {
    beating.tell(no?.words)
    say({ stopped: no?.words })
  },
  fence: lead.fence,
  mayKeep: async () => isLeading(await desk.store.diary(), lead),
})
try {
  await followSources(following, { isEndless: true })
} finally {
  await beating.end()
  await following.close()
  await desk.close()
  helping.done()
}
