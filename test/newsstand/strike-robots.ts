// Vices of robots.txt: it forbids all, breaks, stalls, is huge, is a page, leads to an inner address, changes its mind.
import { plain } from './answer-at.ts'
import { send } from './send.ts'
import { DAY } from './stand.ts'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'

const FORBIDS_ALL = 'User-agent: *\nDisallow: /\n'

/** More than 500 KiB of comments; only what stands before them counts. */
const HUGE = `User-agent: *\nDisallow: /closed/\n${`# ${'so it goes '.repeat(8)}\n`.repeat(6800)}\n${FORBIDS_ALL}`

export const ROBOTS_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  'robots-no': ({ response, access }) => send(response, access, plain(200, FORBIDS_ALL)),
  'robots-500': ({ response, access }) => send(response, access, plain(500, 'Broken.')),
  'robots-stall': ({ access }) => {
    access.isWhole = false
  },
  'robots-huge': ({ response, access }) => send(response, access, plain(200, HUGE)),
  'robots-page': ({ response, access, host }) =>
    send(response, access, {
      status: 200,
      headers: [['content-type', 'text/html']],
      body: Buffer.from(`<!doctype html><title>${host.outlet}</title><p>Welcome.</p>`),
    }),
  'robots-inner': ({ response, access, port }) =>
    send(response, access, {
      ...plain(302, 'Elsewhere.'),
      headers: [['location', `http://127.0.0.1:${port}/robots.txt`]],
    }),
  'robots-closes': ({ response, access, stand }) =>
    send(response, access, plain(200, access.began < stand.epoch + DAY ? 'User-agent: *\nDisallow:\n' : FORBIDS_ALL)),
}
