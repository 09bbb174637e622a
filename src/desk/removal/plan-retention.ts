// What the desk's own rule on keeping would drop: bytes of what is no report, and reports of stories that ended. Never what an edition
// cites, drafted or issued, nor what led to it; never what somebody ruled on, noted or watches; never a decision.
import { findEditionVersion, listEditionVersions } from '../../archive/edition-versions.ts'
import { listIdlePayloads, listIdleReports } from '../../archive/idle-captures.ts'
import { listSound } from '../../archive/keep-decision.ts'
import { type Beside, sumUp, type WantedRemoval } from '../../archive/keep-removal.ts'
import { headOf } from '../../archive/log.ts'
import { listCapturesOfReport } from '../../archive/removable.ts'
import { lookedAt } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import { later } from '../../model/instant.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'

/** How long each is kept, in days; 0: for ever. */
export interface Keeping {
  readonly keepAnswerDays: number
  readonly keepReportDays: number
}

export interface RetentionPlan extends WantedRemoval {
  readonly answers: number // payloads that are no report
  readonly reports: readonly string[] // by name
  readonly bytes: number
  readonly isMore: boolean // than one removal takes
}

const DAY_MS = 24 * 3600 * 1000
const MOST = 10_000 // things a removal; those that are left come with the next

/** The plan, for the log as it is now. */
export function planRetention(
  desk: Pick<Desk, 'store' | 'now'>,
  { keepAnswerDays, keepReportDays }: Keeping,
): RetentionPlan {
  const { store } = desk
  const known = headOf(store)
  const leaned = findLeanedOn(desk)
  const beside: Beside[] = []
  const reports: string[] = []
  let [answers, bytes, isMore] = [0, 0, false]
  const take = (noun: string, id: string, becomes: string | null = null): void =>
    void beside.push({ noun, id, becomes })
  if (keepAnswerDays > 0) {
    const before = later(desk.now(), -keepAnswerDays * DAY_MS)
    for (const payload of listIdlePayloads(store, before, (id) => leaned.captures.has(id))) {
      if (beside.length >= MOST) {
        isMore = true
        break
      }
      take('payload', payload.digest)
      answers += 1
      bytes += payload.bytes
    }
  }
  if (keepReportDays > 0) {
    const before = later(desk.now(), -keepReportDays * DAY_MS)
    for (const { report, name, docs, payloads } of listIdleReports(store, before)) {
      if (leaned.reports.has(report) || docs.some((doc) => leaned.docs.has(doc))) continue
      if (beside.length >= MOST) {
        isMore = true
        break
      }
      take('report', report, name)
      for (const doc of docs) take('doc', doc)
      for (const payload of payloads) {
        take('payload', payload.digest)
        bytes += payload.bytes
      }
      reports.push(name)
    }
  }
  const none = { reports: [], captures: [], payloads: [], docs: [], decisions: [], versions: [], addresses: [] }
  return {
    removal: { cause: 'retention', ...none, many: sumUp(beside) },
    replacements: { captures: new Map(), decisions: new Map(), versions: [] },
    known,
    beside,
    answers,
    reports,
    bytes,
    isMore,
  }
}

interface LeanedOn {
  readonly reports: ReadonlySet<string>
  readonly docs: ReadonlySet<Id<'doc'>>
  readonly captures: ReadonlySet<Id<'capture'>> // that led to them
}

function findLeanedOn(desk: Pick<Desk, 'store'>): LeanedOn {
  const { store } = desk
  const docs = new Set<Id<'doc'>>()
  const reports = new Set<string>()
  for (const { ref } of listEditionVersions(store)) {
    const version = findEditionVersion(store, ref.digest)
    if (!version) continue
    const findDoc = openDocsOfVersion(desk, version)
    for (const { doc } of linesOf(version.edition).flatMap(({ evidence }) => evidence)) {
      docs.add(doc)
      const report = findDoc(doc)?.report
      if (report !== undefined) reports.add(report)
    }
  }
  for (const { decision } of listSound(store).sound) {
    for (const { report, doc } of lookedAt(decision.ruling)) {
      reports.add(report)
      docs.add(doc)
    }
  }
  const brought = [...reports].flatMap((report) => listCapturesOfReport(store, report))
  return { reports, docs, captures: new Set(brought.flatMap(({ capture }) => capture.foundIn ?? [])) }
}
