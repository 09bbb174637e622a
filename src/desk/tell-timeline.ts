// The timeline of one claim as people read it: each step with who spoke, through whose hands, in which report, and where
// the claim stood after it. The command line, its JSON and the figures print this one form.
import { isSilent } from '../model/act.ts'
import type { Claim } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Step } from '../model/timeline.ts'
import type { ToldStep } from '../publish/told-step.ts'
import { versionWords } from '../publish/version-words.ts'
import { followTimeline } from '../track/follow-timeline.ts'
import { makeTimeline } from '../track/make-timeline.ts'
import { nameVoice } from './name-voice.ts'

export { doneWords, type ToldStep, whoWords } from '../publish/told-step.ts'

/** What a timeline is told of. */
export interface Telling {
  readonly claim: Pick<Claim, 'id'>
  readonly appearances: Linked['appearances']
  readonly stances: Tracked['stances']
  readonly findRead: (doc: Id<'doc'>) => ReadDoc | undefined
  readonly nameOf: (entity: Id<'entity'>) => string | undefined
}

/** The steps of a claim by time of printing, the undated last; those of reports that are not there are left out. */
export function tellTimeline({ claim, appearances, stances, findRead, nameOf }: Telling): ToldStep[] {
  const versions = new Map([...stances, ...appearances].map((one) => [`${one.doc} ${one.attribution}`, one]))
  return followTimeline(makeTimeline(claim.id, appearances, stances)).flatMap((step): ToldStep[] => {
    const read = findRead(step.doc)
    const names = step.holders.map((holder) => nameOf(holder) ?? 'unknown')
    const version = versionWords(versions.get(`${step.doc} ${step.attribution}`) ?? {})
    return read ? [{ ...tellStep(step, read, names), ...(version && { version }) }] : []
  })
}

function tellStep(step: Step, read: ReadDoc, names: readonly string[]): ToldStep {
  const { act, isPutForward, evidence, standing, before } = step
  const { attribution, who, via, said } = nameVoice(read, step.attribution, names)
  const { name, outlet, published } = read.doc
  const isOwnVoice = attribution === undefined
  const nobody = isOwnVoice ? (outlet ?? 'outlet unknown') : 'nobody named'
  return {
    who: who.length > 0 ? who : [nobody],
    act,
    ...(isSilent(act) && { silence: attribution?.silence ?? 'refused' }),
    isOwnVoice,
    isPutForward,
    via,
    ...(said && { said }),
    doc: name,
    ...(outlet && { outlet }),
    ...(published && { published }),
    evidence,
    standing,
    ...(before && { before }),
  }
}
