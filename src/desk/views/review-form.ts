// The form for one ruling on one thing: what it is about, and what there is to choose from.
import type { Target } from '../../model/decision.ts'
import type { ReviewForm } from '../../publish/review/review-form.ts'
import { ACTIONS, type Action } from '../../publish/review/review-target.ts'
import type { Desk } from '../desk.ts'
import { findThing, type Thing } from '../review/find-thing.ts'
import { bearingsOf, findClaims, findPeople, nearOf, peopleIn } from '../review/list-choices.ts'
import { listTags } from '../review/list-tagged.ts'
import { makeReviewTarget, openReviewing, type Reviewing } from '../review/make-target.ts'
import { ownWords, passageOf } from '../review/passage-of.ts'

/** What was asked for. */
export interface WantedForm {
  readonly noun: Target['noun']
  readonly id: string
  readonly action: Action
  readonly at?: string // checked: where to go back to; absent: to the page of the thing
  readonly search?: string
}

/** The form, or undefined where there is no such thing or it cannot be ruled on so. */
export async function makeReviewForm(desk: Pick<Desk, 'store'>, wanted: WantedForm): Promise<ReviewForm | undefined> {
  const { noun, id, action, search = '' } = wanted
  const reviewing = openReviewing(desk)
  const thing = isOffered(noun, action) ? await findThing(desk, reviewing, noun, id) : undefined
  if (!thing) return undefined
  const target = makeReviewTarget({ ...thing, at: wanted.at ?? thing.page }, reviewing)
  return {
    target,
    action,
    ...(thing.said && { passage: passageOf(thing.said.read, thing.said.attribution) }),
    ...(search !== '' && { search }),
    ...(await choicesOf(desk, reviewing, { thing, action, search })),
  }
}

function isOffered(noun: Target['noun'], action: Action): boolean {
  return action === 'undo' || ACTIONS[noun].includes(action)
}

interface Choosing {
  readonly thing: Thing
  readonly action: Action
  readonly search: string
}

type Choices = Pick<ReviewForm, 'words' | 'people' | 'claims' | 'bearings' | 'tagsKnown'>

async function choicesOf(desk: Pick<Desk, 'store'>, reviewing: Reviewing, choosing: Choosing): Promise<Choices> {
  const { thing, action, search } = choosing
  const { said, claim } = thing
  switch (action) {
    case 'correct':
      return said ? { words: ownWords(said.read, said.attribution) } : {}
    case 're-attribute':
      return { people: { here: said ? peopleIn(desk, said.read) : [], found: await findPeople(desk, search) } }
    case 'merge':
      if (!claim) {
        const found = await findPeople(desk, search === '' ? thing.label : search)
        return { people: { here: [], found: found.filter(({ id }) => id !== thing.id) } }
      }
      return { claims: { near: nearOf(desk, claim), found: await findClaims(desk, search, thing.id) } }
    case 'split':
      return claim ? { bearings: await bearingsOf(desk, claim, search) } : {}
    case 'tag':
      return { tagsKnown: listTags(reviewing) }
    default:
      return {}
  }
}
