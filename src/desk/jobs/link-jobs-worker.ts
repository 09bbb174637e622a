// Links, as far as all is read, for as long as the one that began it leads. It stays when it is done, since to begin takes longer than to
// apply what somebody ruled.
import { isLeading } from '../../archive/leads.ts'
import { linkDesk } from '../link-desk.ts'
import { openDesk } from '../open-desk.ts'
import { keepBeating } from '../ops/keep-beating.ts'
import { closeRemovals } from '../removal/close-removal.ts'
import { findLinkable, isRuledAnew } from './find-linkable.ts'
import { help } from './help.ts'

const MANY = 500 // log entries that are linked at once while more is being read
// Times as long as linking took, before what little came since is linked: a claim in hundreds of reports is made out anew for one more.
// While more is being read it rests longer, and at least so long. Whoever rules waits for none of this.
const REST = 2
const READING_REST = 3
const LEAST_READING_REST_MS = 5000
const MOST_REST_MS = 60_000 // what all was linked anew in is no measure

const helping = help()
const [dir = '', version = '', fence = ''] = helping.args
const opened = await openDesk(dir, { make: false })
const lead = { role: 'link', fence: Number(fence) } as const
const desk = { ...opened, mayKeep: async () => isLeading(await opened.store.diary(), lead) }
const beating = keepBeating(opened, 'derive', version)
const reader = desk.openReader()
let ended = Number.NEGATIVE_INFINITY
let took = 0
let left: number | undefined // of a rest, in milliseconds
try {
  await desk.linker() // loaded before anybody waits for it
  for (;;) {
    await helping.heard(left)
    left = undefined
    if (helping.signal.aborted) break
    const { to, isUnread, came } = await findLinkable(desk)
    if (isUnread) helping.say({ isUnread })
    const began = helping.elapsed()
    if (to === undefined) continue
    const wanted = isUnread ? Math.max(LEAST_READING_REST_MS, READING_REST * took) : REST * took
    const rest = Math.min(wanted, MOST_REST_MS)
    if (came < MANY && began < ended + rest && !isRuledAnew(desk, to)) {
      left = ended + rest - began
      continue
    }
    if (!(await desk.mayKeep())) break
    const isLinked = await linkDesk(desk, reader, { number: to })
    reader.close() // seldom needed, and then it holds a model
    if (isLinked === undefined) continue // another rebuilds: all is to be read again
    ended = helping.elapsed()
    took = ended - began
    helping.say({ linkedTo: to })
    await closeRemovals(desk, { who: 'readout' }).catch((error: Error) => helping.say({ fault: error.message })) // next time, then
    if (isLinked) helping.leaveWhereLarge()
  }
} finally {
  await beating.end()
  reader.close()
  await desk.close()
  helping.done()
}
