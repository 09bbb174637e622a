// What a page of the desk answers to an address: itself, where the thing is now, or that there is none.

import type { Shell } from '../publish/page.ts'
import type { ActionsFor } from '../publish/render-claim.ts'

export type PageAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly status?: 404 | 410 }
  | { readonly kind: 'moved'; readonly to: string; readonly isForGood: boolean }

/** Who looks at a page, and what they may do with each thing on it; nobody known: no forms. */
export interface Looking {
  readonly shell?: Shell
  readonly actionsFor?: ActionsFor
}
