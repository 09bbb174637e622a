// A denial told twice: "A Karskan source denied any contact. … The ministry, a Karskan official said, had held no talks with
// Halvia." The second says in full what the first denied, and is about the same claim.
import { areAlike } from './check-gists.ts'
import type { Antecedent, Put } from './find-antecedent.ts'
import type { Content } from './make-contents.ts'
import { isMatter } from './make-gist.ts'

/** The claim that an earlier denial of the same side, in the same report, was about; `denied`: what denied it, in order. */
export function findDeniedAgain(content: Content, denied: readonly Put[]): Antecedent | undefined {
  const notSo = content.statement.terms.filter(({ isNegated }) => isNegated)
  const again = denied.find(({ content: first }) => {
    const matter = first.statement.terms.filter(
      (term) => isMatter(term) && !/^(?:claim|report|allegation)$/.test(term.stem),
    )
    return (
      isBefore(first, content) &&
      isOneSide(first, content) &&
      matter.length > 0 &&
      matter.every((term) => notSo.some((one) => areAlike(term, one)))
    )
  })
  return again && { draft: again.draft, because: 'it says in other words what the same report has had that side deny' }
}

function isBefore({ attribution: a }: Content, { attribution: b }: Content): boolean {
  return a.content[0].start < b.content[0].start
}

// The same speaker, or two unnamed ones of one side through the same hands.
function isOneSide(a: Content, b: Content): boolean {
  if (a.speakers.some((one) => b.speakers.includes(one))) return true
  const [x, y] = [a.attribution, b.attribution]
  if (x.source.kind !== 'anonymous' || y.source.kind !== 'anonymous') return false
  return x.source.side !== undefined && x.source.side === y.source.side && x.via[0]?.who[0] === y.via[0]?.who[0]
}
