// What a page of the desk answers to an address: itself, where the thing is now, or that there is none.
import type { Shell } from '../publish/page.ts'

export type PageAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly status?: 404 | 410 }
  | { readonly kind: 'moved'; readonly to: string; readonly isForGood: boolean }

/** Who looks at a page; nobody known: no forms. */
export interface Looking {
  readonly shell?: Shell
  readonly origin?: string // the address that the desk was asked under: https://desk.example
}
