// The pages of one capture: its facts, its replay, its bytes; and which capture an address of the web at a time leads to.
import { findCapture } from '../archive/captures.ts'
import { findReportName } from '../archive/find-report.ts'
import { WORDS } from '../publish/interface-words.ts'
import { serverLinks } from '../publish/links.ts'
import { type CaptureView, renderCapture, renderReplay } from '../publish/render-capture.ts'
import { renderMissing } from '../publish/render-lists.ts'
import type { Desk } from './desk.ts'
import { findMemento, readMementoTime } from './find-memento.ts'
import type { Looking, PageAnswer } from './page-answer.ts'
import { addressOf, findRawCapture, isPage, type RawCapture } from './raw-capture.ts'
import { findRemovedBytes } from './removal/list-removed.ts'

export interface CapturePages {
  capture(id: string, looking?: Looking): Promise<PageAnswer>
  replay(id: string, looking?: Looking): Promise<PageAnswer>
  /** The bytes; undefined where there are none. */
  rawCapture(id: string): Promise<RawCapture | undefined>
  /** The capture of the address that is nearest to the time. */
  memento(time: string, url: string): Promise<PageAnswer>
}

/** The pages as the desk stands at each call. */
export function makeCapturePages(desk: Pick<Desk, 'store'>): CapturePages {
  const show = (id: string, looking: Looking, render: typeof renderCapture): PageAnswer => {
    const view = findView(desk, id)
    if (!view) return missing(WORDS.capture.missing(id))
    return { kind: 'page', html: render(view, serverLinks, looking.shell), ...(view.removal && { status: 410 }) }
  }
  return {
    capture: async (id, looking = {}) => show(id, looking, renderCapture),
    replay: async (id, looking = {}) => show(id, looking, renderReplay),
    rawCapture: (id) => findRawCapture(desk, id),
    async memento(time, url) {
      const at = readMementoTime(time)
      if (at === undefined) return missing(WORDS.capture.noTime(time))
      const capture = await findMemento(desk, url, at)
      const to = capture && serverLinks.capture?.(capture.id)
      return to === undefined ? missing(WORDS.capture.none(url)) : { kind: 'moved', to, isForGood: false }
    },
  }
}

function findView({ store }: Pick<Desk, 'store'>, id: string): CaptureView | undefined {
  const found = findCapture(store, id)
  if (!found) return undefined
  const { capture, report: key } = found
  const report = key === undefined ? undefined : findReportName(store, key)
  const url = addressOf(capture)
  const { outcome } = capture
  const removal = 'payload' in outcome ? findRemovedBytes({ store }, outcome.payload) : undefined
  return {
    capture,
    isPage: isPage(capture),
    ...(report !== undefined && { report }),
    ...(url !== undefined && { url }),
    ...(removal && { removal }),
  }
}

function missing(told: string): PageAnswer {
  return { kind: 'page', html: renderMissing(told, serverLinks), status: 404 }
}
