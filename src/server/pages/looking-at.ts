// Who looks at a page, as its view takes it.
import type { Looking } from '../../desk/page-answer.ts'

/** The frame of the one who asks. */
export function lookingAt({ shell }: Required<Pick<Looking, 'shell'>>): Looking {
  return { shell }
}
