// Links, as far as all is read, for as long as the one that began it leads. It stays when it is done, since to begin takes longer than to
// apply what somebody ruled.
import { isLeading } from '../../archive/leads.ts'
import { linkDesk } from '../link-desk.ts'
import { openDesk } from '../open-desk.ts'
import { keepBeating } from '../ops/keep-beating.ts'
import { closeRemovals } from '../removal/close-removal.ts'
import { findLinkable } from './find-linkable.ts'
import { help } from './help.ts'

const MANY = 500 // log entries that are linked at once while more is being read
// Times as long as linking took, before what little came since is linked while more is being read: a claim in hundreds of reports is
// made out anew for one more.
const REST = 3
const LEAST_REST_MS = 5000

const helping = help()
const [dir = '', version = '', fence = ''] = helping.args
const opened = await openDesk(dir, { make: false })
const lead = { role: 'link', fence: Number(fence) } as const
const desk = { ...opened, mayKeep: async () => isLeading(await opened.store.diary(), lead) }
const beating = keepBeating(opened, 'derive', version)
const reader = desk.openReader()
let rested = Number.NEGATIVE_INFINITY
try {
  await desk.linker() // loaded before anybody waits for it
  for (;;) {
    await helping.heard()
    if (helping.signal.aborted) break
    const { to, isUnread, came } = await findLinkable(desk)
    if (isUnread) helping.say({ isUnread })
    const began = helping.elapsed()
    if (to === undefined || (isUnread && came < MANY && began < rested)) continue
    if (!(await desk.mayKeep())) break
    const isLinked = await linkDesk(desk, reader, { number: to })
    reader.close() // seldom needed, and then it holds a model
    if (isLinked === undefined) continue // another rebuilds: all is to be read again
    const ended = helping.elapsed()
    rested = ended + Math.max(LEAST_REST_MS, REST * (ended - began))
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
