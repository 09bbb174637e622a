// The page of an answer as tests look at it.
import type { PageAnswer } from '../src/desk/page-answer.ts'

/** The page; nothing where there is none or it is elsewhere. */
export function htmlOf(answer: PageAnswer): string | undefined {
  return answer.kind === 'page' && answer.status === undefined ? answer.html : undefined
}
