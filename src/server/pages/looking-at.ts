// Who looks at a page and under which address, as its view takes it.
import type { Looking } from '../../desk/page-answer.ts'
import type { Asked } from '../route.ts'

/** The frame of the one who asks, and the desk's own address as they know it. */
export function lookingAt({ shell, origin }: Pick<Asked, 'shell' | 'origin'>): Looking {
  return { shell, origin }
}
