// Who looks at a page, as its view takes it.
import type { Looking } from '../../desk/page-answer.ts'

/** The frame of the one who asks; nothing where the server makes none. */
export function lookingAt(asked: {
  readonly params: unknown
  readonly shell?: NonNullable<Looking['shell']>
}): Looking {
  return asked.shell ? { shell: asked.shell } : {}
}
